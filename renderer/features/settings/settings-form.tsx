// The list of settings by group, with the groups at the left to jump to.
import { useId } from 'react';
import {
  SettingsChange,
  type SettingKey,
  type SettingsState,
} from '../../../shared/admin/setting.ts';
import { shell } from '../../api/shell.ts';
import { useSettingsChange, useSettingsReset } from '../../api/use-settings.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { ApiSection } from './api-section.tsx';
import { PrivacySection, WorkspaceSection } from './workspace-sections.tsx';
import type { SettingSection } from './find-settings.ts';
import type { SettingBlock } from './setting-blocks.ts';
import { SettingRow } from './setting-row.tsx';

interface SettingsFormProps {
  readonly state: SettingsState;
  readonly sections: readonly SettingSection[];
  /** What is shown that is no setting. */
  readonly blocks: ReadonlySet<SettingBlock>;
}

const NOTES: Partial<Record<SettingSection['group'], string>> = {
  Shortcuts:
    'In a browser tab the browser keeps some keys for itself, such as Ctrl+1 to Ctrl+9; Alt+1 to Alt+9 do the same here.',
  ...(shell === undefined && {
    Desktop: 'For the desktop app; this page is open in a browser, where they have no effect.',
  }),
};

export function SettingsForm({ state, sections: found, blocks }: SettingsFormProps) {
  const prefix = useId();
  const { store, reset } = useStoring();
  const sections = withApiGroup(found, blocks);
  const titles = [
    ...sections.map(({ group }) => group),
    ...(blocks.has('privacy') ? ['Privacy'] : []),
    ...(blocks.has('workspace') ? ['Workspace'] : []),
  ];
  const idOf = (title: string) => `${prefix}-${title}`;
  return (
    <div className="flex min-h-0 flex-1">
      <nav
        aria-label="Groups of settings"
        className="w-44 shrink-0 overflow-y-auto border-r border-line px-2 py-3 max-[60rem]:hidden"
      >
        {titles.map((title) => (
          <button
            key={title}
            type="button"
            onClick={() => jumpTo(idOf(title))}
            className="flex h-7 w-full cursor-default items-center rounded-md px-2 text-left text-ink-2 hover:bg-surface-2 hover:text-ink-1"
          >
            {title}
          </button>
        ))}
      </nav>
      <div data-scrolls className="relative min-w-0 flex-1 overflow-y-auto px-6 pb-10">
        <div className="mx-auto max-w-3xl">
          {sections.map(({ group, keys }) => (
            <Group key={group} id={idOf(group)} title={group} note={NOTES[group]}>
              {keys.map((key) => (
                <SettingRow
                  key={key}
                  settingKey={key}
                  state={state}
                  onChange={store}
                  onReset={(one) => reset([one])}
                />
              ))}
              {group === API_GROUP && blocks.has('api') && <ApiSection />}
            </Group>
          ))}
          {blocks.has('privacy') && (
            <Group id={idOf('Privacy')} title="Privacy">
              <PrivacySection />
            </Group>
          )}
          {blocks.has('workspace') && (
            <Group id={idOf('Workspace')} title="Workspace">
              <WorkspaceSection changed={state.changed.length} onReset={() => reset()} />
            </Group>
          )}
        </div>
      </div>
    </div>
  );
}

const API_GROUP = 'Admin API and CLI';

/** Its group is there for the block alone too, when none of its settings fits. */
function withApiGroup(
  sections: readonly SettingSection[],
  blocks: ReadonlySet<SettingBlock>,
): readonly SettingSection[] {
  const isThere = sections.some(({ group }) => group === API_GROUP);
  return isThere || !blocks.has('api') ? sections : [...sections, { group: API_GROUP, keys: [] }];
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly children: React.ReactNode;
}

function Group({ id, title, note, children }: GroupProps) {
  return (
    <section aria-labelledby={id} className="pt-6">
      <h2 id={id} tabIndex={-1} className="text-lg font-semibold outline-none">
        {title}
      </h2>
      {note !== undefined && <p className="mt-1 text-ink-3">{note}</p>}
      {children}
    </section>
  );
}

function useStoring() {
  const change = useSettingsChange();
  const resetting = useSettingsReset();
  const tell = (error: unknown) =>
    toast({ tone: 'bad', message: `The setting was not stored. ${describeError(error)}` });

  function store(key: SettingKey, value: unknown): void {
    change.mutate(SettingsChange.parse({ [key]: value }), { onError: tell });
  }

  function reset(keys?: readonly SettingKey[]): void {
    resetting.mutate(keys, { onError: tell });
  }

  return { store, reset };
}

function jumpTo(id: string): void {
  const heading = document.getElementById(id);
  const list = heading?.closest('[data-scrolls]');
  if (heading === null || list === null || list === undefined) return;
  const above = heading.getBoundingClientRect().top - list.getBoundingClientRect().top;
  list.scrollTop += above - 16;
  heading.focus({ preventScroll: true });
}
