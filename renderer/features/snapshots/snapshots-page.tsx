// Snapshots.
import { PageHeader } from '../../ui/page-header.tsx';

export function SnapshotsPage() {
  return <PageHeader title="Snapshots" />;
}
