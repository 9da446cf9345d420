// Home: connect a client, see what to do next, and watch what arrives.
import { getRouteApi } from '@tanstack/react-router';
import { ListTodo } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ConnectCard } from '../connect/connect-card.tsx';
import { FirstStepsCard } from './first-steps-card.tsx';
import { showFirstSteps, useFirstStepsShown } from './first-steps-shown.ts';
import { NextChoices } from './next-choices.tsx';
import { RunningJobs } from './running-jobs.tsx';
import { RecentRequests } from './recent-requests.tsx';
import { TenantFigures } from './tenant-figures.tsx';
import { TopFindingsCard } from './top-findings-card.tsx';
import { TrafficSection } from './traffic-section.tsx';

const route = getRouteApi('/');

/** In a narrow window both columns are one, in which the first steps come before the requests. */
const COLUMN = 'contents min-w-0 flex-col gap-4 @min-[52rem]:flex';

export function HomePage() {
  const areStepsShown = useFirstStepsShown();
  useStepsOfAddress();
  return (
    <>
      <PageHeader title="Home" help="start">
        {!areStepsShown && (
          <Button variant="ghost" onPress={showFirstSteps}>
            <ListTodo aria-hidden className="size-3.5" />
            Show first steps
          </Button>
        )}
      </PageHeader>
      <div className="@container min-h-0 flex-1 overflow-y-auto bg-surface-0">
        <div className="mx-auto grid max-w-6xl grid-cols-1 items-start gap-4 p-4 @min-[52rem]:grid-cols-[minmax(0,1.55fr)_minmax(0,1fr)] @min-[52rem]:p-6">
          <div className={COLUMN}>
            <div className="order-1 flex min-w-0 flex-col gap-4">
              <RunningJobs />
              <ConnectCard />
            </div>
            <div className="order-3 min-w-0">
              <RecentRequests />
            </div>
            <div className="order-4 flex min-w-0 flex-col gap-4">
              <TrafficSection />
            </div>
          </div>
          <div className={COLUMN}>
            {areStepsShown && (
              <div className="order-2 flex min-w-0 flex-col gap-4">
                <FirstStepsCard />
                <NextChoices />
              </div>
            )}
            <div className="order-5 flex min-w-0 flex-col gap-4">
              <TenantFigures />
              <TopFindingsCard />
            </div>
          </div>
        </div>
      </div>
    </>
  );
}

/** `/?steps=show`, the way back from Help. */
function useStepsOfAddress(): void {
  const { steps } = route.useSearch();
  const navigate = route.useNavigate();
  useEffect(() => {
    if (steps === undefined) return;
    showFirstSteps();
    void navigate({ search: {}, replace: true });
  }, [steps, navigate]);
}
