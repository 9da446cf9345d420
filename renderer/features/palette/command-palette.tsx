// Find and do anything by typing: commands, screens, tenants, users, groups, requests by number, settings, help.
// The focus stays in the field; the arrow keys move through the list below it.
import { useRouter } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { isCommandId } from '../../../shared/commands.ts';
import { formatCount } from '../../ui/format.ts';
import { runCommand } from '../shortcuts/command-store.ts';
import type { PaletteItem } from './palette-item.ts';
import { PaletteRow } from './palette-row.tsx';
import { closePalette, usePaletteState } from './palette-state.ts';
import { useWorkspace } from '../../api/use-status.ts';
import { storeRecent } from './recent-items.ts';
import { usePaletteItems, type PaletteGroup } from './use-palette-items.ts';

/** Mount once. */
export function CommandPalette() {
  const isOpen = usePaletteState((state) => state.isOpen);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && closePalette()}
      isDismissable
      className="fixed inset-0 z-50 flex items-start justify-center bg-veil px-4 pt-[10vh] pb-4"
    >
      <Modal className="flex max-h-[min(32rem,100%)] w-[38rem] max-w-full">
        <Dialog
          aria-label="Command palette"
          className="flex min-h-0 w-full flex-col overflow-hidden rounded-lg border border-line bg-surface-1 shadow-pop outline-none"
        >
          <PaletteBody />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody() {
  const [typed, setTyped] = useState('');
  const { groups, isSearching } = usePaletteItems(typed);
  const choose = useChoice();
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const best = groups[0]?.items[0];

  /** The search field would empty itself first; here Escape closes, as it says. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return chooseBest(event);
    event.preventDefault();
    event.stopPropagation();
    closePalette();
  }

  /** Results of the server come late, when the list has given up looking for one to mark: then the best one counts. */
  function chooseBest(event: KeyboardEvent): void {
    const isMarked = document.querySelector('[role="option"][data-focused]') !== null;
    if (event.key !== 'Enter' || isMarked || best === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(best);
  }

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField
        aria-label="Find commands, people, requests, settings and help"
        autoFocus
        className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4"
      >
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        <Input
          onKeyDownCapture={onKeyDown}
          placeholder="Find a command, user, group, #request, setting or help"
          className="min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
        />
        <kbd className="rounded border border-line bg-surface-2 px-1 text-xs text-ink-2">Esc</kbd>
      </SearchField>
      <PaletteList groups={groups} typed={typed} isSearching={isSearching} onChoose={choose} />
      <p role="status" className="sr-only">
        {typed === '' || isSearching ? '' : describeResults(count, best)}
      </p>
    </Autocomplete>
  );
}

function describeResults(count: number, best: PaletteItem | undefined): string {
  return best === undefined ? 'No results' : `${formatCount(count, 'result')}, first ${best.title}`;
}

interface PaletteListProps {
  readonly groups: readonly PaletteGroup[];
  readonly typed: string;
  readonly isSearching: boolean;
  readonly onChoose: (item: PaletteItem) => void;
}

function PaletteList({ groups, typed, isSearching, onChoose }: PaletteListProps) {
  return (
    <ListBox
      ref={makeFocusable}
      aria-label="Results"
      selectionMode="none"
      className="min-h-0 flex-1 overflow-y-auto p-1.5 outline-none not-has-data-focused:[&_[data-best]]:bg-accent-soft"
      renderEmptyState={() => (
        <p className="px-3 py-8 text-center text-ink-2">
          {isSearching
            ? 'Looking…'
            : `Nothing matches "${typed}". Requests are found by number, as in #12.`}
        </p>
      )}
    >
      {groups.map(({ title, items }, place) => (
        <ListBoxSection key={title} id={title} className="pb-1">
          <Header className="px-2.5 pt-2 pb-1 text-xs font-semibold tracking-wide text-ink-3 uppercase">
            {title}
          </Header>
          {items.map((item, index) => (
            <ListBoxItem
              key={item.id}
              id={`${title} ${item.id}`}
              textValue={item.title}
              {...(place === 0 && index === 0 && typed !== '' ? { 'data-best': true } : {})}
              onAction={() => onChoose(item)}
              className="flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1 outline-none data-focused:bg-accent-soft"
            >
              <PaletteRow item={item} />
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

/** What scrolls must be reachable by keyboard alone; the list itself leaves the focus to the field. */
function makeFocusable(list: HTMLElement | null): void {
  list?.setAttribute('tabindex', '0');
}

/** Closes first, so that what is chosen finds the focus where it was. */
function useChoice(): (item: PaletteItem) => void {
  const { history } = useRouter();
  const workspace = useWorkspace();
  return function choose(item: PaletteItem): void {
    storeRecent(workspace, item);
    closePalette();
    const { target } = item;
    requestAnimationFrame(() => {
      if (target.kind === 'address') history.push(keepTenant(target.address));
      else if (isCommandId(target.command)) runCommand(target.command);
    });
  };

  function keepTenant(address: string): string {
    const { searchParams } = new URL(history.location.href, location.origin);
    const tenant = searchParams.get('tenant');
    if (tenant === null || /[?&]tenant=/.test(address)) return address;
    return `${address}${address.includes('?') ? '&' : '?'}tenant=${encodeURIComponent(tenant)}`;
  }
}
