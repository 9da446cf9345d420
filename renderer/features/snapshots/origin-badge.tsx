// Where a snapshot comes from, where nobody took it here.
import type { Snapshot } from '../../../shared/admin/snapshot.ts';
import { Badge } from '../../ui/badge.tsx';

export function OriginBadge({ origin }: Pick<Snapshot, 'origin'>) {
  if (origin === 'user') return null;
  return origin === 'automatic' ? <Badge>Automatic</Badge> : <Badge tone="accent">Imported</Badge>;
}
