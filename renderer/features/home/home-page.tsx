// Home: connect a client, see that the server runs, and watch the last requests come in.
import { PageHeader } from '../../ui/page-header.tsx';
import { ConnectCard } from '../connect/connect-card.tsx';
import { EntraSteps } from '../connect/entra-steps.tsx';
import { RecentRequests } from './recent-requests.tsx';
import { TenantFigures } from './tenant-figures.tsx';

export function HomePage() {
  return (
    <>
      <PageHeader title="Home" />
      <div className="@container min-h-0 flex-1 overflow-y-auto bg-surface-0">
        <div className="mx-auto grid max-w-6xl grid-cols-1 gap-4 p-4 @min-[52rem]:grid-cols-[minmax(0,1.55fr)_minmax(0,1fr)] @min-[52rem]:p-6">
          <div className="flex min-w-0 flex-col gap-4">
            <ConnectCard />
            <RecentRequests />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <TenantFigures />
            <section
              aria-labelledby="steps-title"
              className="rounded-lg border border-line bg-surface-1 p-5 shadow-xs"
            >
              <h2 id="steps-title" className="mb-3 text-lg font-semibold">
                Point Entra at it
              </h2>
              <EntraSteps />
            </section>
          </div>
        </div>
      </div>
    </>
  );
}
