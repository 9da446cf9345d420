// The strip of requests that are open.
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useTenantSlug } from '../../api/use-status.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { blankRequest, closeDraft, type Draft, openDrafts, showDraft } from './drafts.ts';

interface DraftTabsProps {
  readonly drafts: readonly Draft[];
  readonly active: Draft;
  /** The request that is shown. */
  readonly children: ReactNode;
}

export function DraftTabs({ drafts, active, children }: DraftTabsProps) {
  const tenant = useTenantSlug();
  return (
    <Tabs
      selectedKey={String(active.key)}
      onSelectionChange={(key) => showDraft(Number(key))}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex shrink-0 items-center gap-1 border-b border-line pr-2">
        <TabList
          aria-label="Open requests"
          className="flex min-w-0 flex-1 gap-1 overflow-x-auto px-3"
        >
          {drafts.map((draft) => (
            <Tab
              key={draft.key}
              id={String(draft.key)}
              className="-mb-px flex h-9 max-w-52 shrink-0 cursor-default items-center gap-1.5 border-b-2 border-transparent px-1.5 text-ink-3 -outline-offset-2 hover:text-ink-1 data-selected:border-accent data-selected:text-ink-1"
            >
              <span className="font-mono text-xs">{draft.request.method}</span>
              <span className="truncate font-medium">{draft.name}</span>
            </Tab>
          ))}
        </TabList>
        <IconButton
          icon={Plus}
          label="New request"
          onPress={() => openDrafts([blankRequest(tenant)])}
        />
        <IconButton
          icon={X}
          label={`Close ${active.name}`}
          onPress={() => closeDraft(active.key)}
        />
      </div>
      <TabPanel
        key={active.key}
        id={String(active.key)}
        className="flex min-h-0 flex-1 flex-col -outline-offset-2"
      >
        {children}
      </TabPanel>
    </Tabs>
  );
}
