// Tabs over panels; arrow keys move between tabs. Only the panel on show is mounted.
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';

export interface TabItem {
  readonly id: string;
  readonly label: string;
  /** Shown beside the label, such as a number of changes. */
  readonly note?: string;
  readonly content: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key))}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabList
        aria-label={label}
        className="flex shrink-0 flex-wrap gap-x-1 border-b border-line px-3"
      >
        {items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            className="-mb-px flex h-8 shrink-0 cursor-default items-center gap-1.5 border-b-2 border-transparent px-1.5 font-medium whitespace-nowrap text-ink-3 -outline-offset-2 hover:text-ink-1 data-selected:border-accent data-selected:text-ink-1"
          >
            {item.label}
            {item.note !== undefined && (
              <span className="rounded-sm bg-surface-2 px-1 text-xs text-ink-2">{item.note}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel
          key={item.id}
          id={item.id}
          className="min-h-0 flex-1 overflow-auto -outline-offset-2"
        >
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
