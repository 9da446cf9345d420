// Filter, pause and follow, and the polite word to screen readers about what has arrived.
import { ArrowDownToLine, Pause, Play } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { ColumnPicker } from '../../ui/column-picker.tsx';
import { formatCount } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { GridLayout } from '../../ui/grid-types.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { ClearRequestsButton } from './clear-requests-button.tsx';
import type { RequestWindow, RequestWindowState } from './request-window.ts';

interface RequestToolbarProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly state: RequestWindowState;
  readonly window: RequestWindow;
  readonly layout: GridLayout<RequestSummary>;
}

const TYPING_PAUSE_MS = 160;

export function RequestToolbar({ text, onText, state, window, layout }: RequestToolbarProps) {
  const filter = useTypedText(text, onText);
  const { isPaused, isFollowing } = state;
  return (
    <div
      role="toolbar"
      aria-label="Requests"
      className="flex min-w-0 flex-1 items-center gap-1 pl-2"
    >
      <SearchField
        label="Filter requests"
        placeholder="Filter by name, path, method, status or source"
        value={filter.typed}
        onChange={filter.onType}
      />
      <IconButton
        icon={isPaused ? Play : Pause}
        label={isPaused ? 'Resume the list' : 'Pause the list'}
        onPress={() => window.setPaused(!isPaused)}
      />
      <IconButton
        icon={ArrowDownToLine}
        label="Follow new requests"
        isPressed={isFollowing}
        onPress={() => window.setFollowing(!isFollowing)}
      />
      <ExportMenu
        listed={{ query: { text }, total: state.total }}
        isDisabled={state.total === 0 && state.text === ''}
      />
      <ColumnPicker layout={layout} />
      <ClearRequestsButton isDisabled={state.total === 0 && state.text === ''} />
      <Announcer total={state.total} isActive={state.phase === 'ready' && !isPaused} />
    </div>
  );
}

/** What is typed at once in the box, and a moment later in the address. */
function useTypedText(text: string, onText: (text: string) => void) {
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  if (text !== known) {
    // The address changed elsewhere: back button, a link.
    setKnown(text);
    if (text !== typed.trim()) setTyped(text);
  }
  const report = useEffectEvent(() => {
    if (typed.trim() !== text) onText(typed.trim());
  });
  useEffect(() => {
    const timer = setTimeout(() => report(), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return { typed, onType: setTyped };
}

const ANNOUNCE_EVERY_MS = 5000;

/** Says how many requests have come since it last spoke, at most every five seconds. */
function Announcer({ total, isActive }: { readonly total: number; readonly isActive: boolean }) {
  const [message, setMessage] = useState('');
  const [spoken, setSpoken] = useState<number | null>(null);
  const speak = useEffectEvent(() => {
    if (!isActive) return;
    if (spoken !== null && total > spoken) {
      setMessage(`${formatCount(total - spoken, 'new request')}`);
    }
    setSpoken(total);
  });
  useEffect(() => {
    const timer = setInterval(() => speak(), ANNOUNCE_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p aria-live="polite" className="sr-only">
      {message}
    </p>
  );
}
