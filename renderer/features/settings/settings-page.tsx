// Settings of the workspace: a list with a search box, or the same as JSON.
import { getRouteApi } from '@tanstack/react-router';
import { SlidersHorizontal } from 'lucide-react';
import { useSettingsState } from '../../api/use-settings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { findSettings } from './find-settings.ts';
import { findBlocks } from './setting-blocks.ts';
import { SettingsForm } from './settings-form.tsx';
import { SettingsJson } from './settings-json.tsx';

const route = getRouteApi('/settings');

const VIEWS = [
  { value: 'form', label: 'List' },
  { value: 'json', label: 'JSON' },
] as const;

export function SettingsPage() {
  const { find = '', view = 'form' } = route.useSearch();
  const navigate = route.useNavigate();
  const setFind = (text: string) =>
    void navigate({ search: (old) => ({ ...old, find: text }), replace: true });
  return (
    <>
      <PageHeader title="Settings" help="settings">
        {view === 'form' && (
          <div className="flex w-72 min-w-0">
            <SearchField
              label="Find a setting"
              placeholder="Find a setting"
              value={find}
              onChange={setFind}
            />
          </div>
        )}
        <SegmentedControl
          label="View"
          options={VIEWS}
          value={view}
          onChange={(chosen) => void navigate({ search: (old) => ({ ...old, view: chosen }) })}
        />
      </PageHeader>
      <SettingsBody find={find} view={view} onShowAll={() => setFind('')} />
    </>
  );
}

interface SettingsBodyProps {
  readonly find: string;
  readonly view: 'form' | 'json';
  readonly onShowAll: () => void;
}

function SettingsBody({ find, view, onShowAll }: SettingsBodyProps) {
  const state = useSettingsState();
  const sections = findSettings(find);
  const blocks = findBlocks(find);
  if (state.isError) {
    return (
      <ErrorState
        title="The settings could not be read"
        error={state.error}
        onRetry={() => void state.refetch()}
      />
    );
  }
  if (state.data === undefined) return <Skeleton label="Loading the settings" lines={8} />;
  if (view === 'json') return <SettingsJson state={state.data} />;
  if (sections.length === 0 && blocks.size === 0) {
    return (
      <EmptyState
        icon={SlidersHorizontal}
        title="No setting matches"
        actions={<Button onPress={onShowAll}>Show all settings</Button>}
      >
        Nothing is called “{find}”, by name, sentence or value.
      </EmptyState>
    );
  }
  return <SettingsForm state={state.data} sections={sections} blocks={blocks} />;
}
