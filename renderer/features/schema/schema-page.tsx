// Schema.
import { PageHeader } from '../../ui/page-header.tsx';

export function SchemaPage() {
  return <PageHeader title="Schema" />;
}
