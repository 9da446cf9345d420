// Compose.
import { PageHeader } from '../../ui/page-header.tsx';

export function ComposePage() {
  return <PageHeader title="Compose" />;
}
