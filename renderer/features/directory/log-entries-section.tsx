// The way from a user or group to what became of it in every application.
import { Link } from '@tanstack/react-router';
import { Section } from '../../ui/section.tsx';

export function LogEntriesSection({ objectId }: { readonly objectId: string }) {
  return (
    <Section title="Provisioning">
      <Link
        to="/entra/logs"
        search={{ applications: 'all', sourceId: objectId }}
        className="text-accent underline underline-offset-2"
      >
        Provisioning logs of all applications
      </Link>
    </Section>
  );
}
