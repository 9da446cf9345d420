// Help.
import { PageHeader } from '../../ui/page-header.tsx';

export function HelpPage() {
  return <PageHeader title="Help" />;
}
