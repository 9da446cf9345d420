// That a resource is not stored any more: an icon and a word, never a colour alone.
import { Delete } from 'lucide-react';

export function DeletedState() {
  return (
    <span className="flex items-center gap-1.5 text-ink-2">
      <Delete aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
      Deleted
    </span>
  );
}
