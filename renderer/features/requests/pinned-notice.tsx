// Says that more requests are pinned than the settings allow for, for as long as that is so. Nothing is removed.
import { Link } from '@tanstack/react-router';
import { Pin } from 'lucide-react';
import { formatBytes, formatCount, formatNumber } from '../../ui/format.ts';
import { Button } from '../../ui/button.tsx';
import { useLogStatus } from '../../api/use-log-status.ts';

export function PinnedNotice({ onShow }: { readonly onShow: () => void }) {
  const status = useLogStatus();
  if (status === undefined || !status.pinned.exceedsLimit) return null;
  const { rows, bytes } = status.pinned;
  const { maxPinned, maxBytes } = status.limits;
  const verb = rows === 1 ? 'exceeds' : 'exceed';
  const limit = rows > maxPinned ? formatNumber(maxPinned) : formatBytes(maxBytes);
  return (
    <div
      role="status"
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-warn-soft px-4 py-1 text-warn"
    >
      <Pin aria-hidden className="size-4 shrink-0" />
      <span className="flex-1">
        {formatCount(rows, 'pinned request')} {verb} the limit of {limit}
        {rows > maxPinned ? '' : ` with ${formatBytes(bytes)}`}. They stay, and new requests are
        recorded as ever.{' '}
        <Link to="/settings" search={{ find: 'pinned' }} className="underline">
          Change the limit
        </Link>
      </span>
      <Button onPress={onShow}>Show pinned</Button>
    </div>
  );
}
