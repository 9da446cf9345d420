// Manage > Integration > SCIM: the tenant's own place for Tenant URL and Secret Token, where vendor tutorials look for
// them, with the way into Entra's form, all tokens, and the public address.
import { PageHeader } from '../../ui/page-header.tsx';
import { ConnectCard } from '../connect/connect-card.tsx';
import { EntraGuide } from './entra-guide.tsx';
import { PublicUrlCard } from './public-url-card.tsx';
import { TokensCard } from './tokens-card.tsx';

export function IntegrationPage() {
  return (
    <>
      <PageHeader title="SCIM" note="Manage / Integration" help="entra" />
      <div className="@container min-h-0 flex-1 overflow-y-auto bg-surface-0">
        <div className="mx-auto grid max-w-6xl grid-cols-1 items-start gap-4 p-4 @min-[56rem]:grid-cols-2 @min-[56rem]:p-6">
          <div className="flex min-w-0 flex-col gap-4">
            <ConnectCard />
            <PublicUrlCard />
          </div>
          <EntraGuide />
          <div className="min-w-0 @min-[56rem]:col-span-2">
            <TokensCard />
          </div>
        </div>
      </div>
    </>
  );
}
