// Manage > Integration > SCIM: the tenant's own place for Tenant URL and Secret Token, where vendor tutorials look for
// them, with the public address and the way into Entra's form.
import { PageHeader } from '../../ui/page-header.tsx';
import { ConnectCard } from '../connect/connect-card.tsx';
import { EntraSteps } from '../connect/entra-steps.tsx';
import { EntraFields } from './entra-fields.tsx';
import { PublicUrlCard } from './public-url-card.tsx';

export function IntegrationPage() {
  return (
    <>
      <PageHeader title="SCIM" note="Manage / Integration" />
      <div className="min-h-0 flex-1 overflow-y-auto bg-surface-0">
        <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4 sm:p-6">
          <ConnectCard />
          <PublicUrlCard />
          <section
            aria-labelledby="entra-title"
            className="rounded-lg border border-line bg-surface-1 p-5 shadow-xs"
          >
            <h2 id="entra-title" className="mb-3 text-lg font-semibold">
              Paste into Entra
            </h2>
            <EntraSteps />
            <EntraFields />
          </section>
        </div>
      </div>
    </>
  );
}
