// Checks.
import { PageHeader } from '../../ui/page-header.tsx';

export function ChecksPage() {
  return <PageHeader title="Checks" />;
}
