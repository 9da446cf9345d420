// Shows another tenant in good time: that of the story is about to be removed, and what is on screen of it would not be found.
import { useNavigate } from '@tanstack/react-router';
import type { ScenarioRun } from '../../../shared/scenario/scenario-run.ts';
import { useStatus, useTenantSlug } from '../../api/use-status.ts';

export function useLeaveStage(): (run: ScenarioRun) => void {
  const navigate = useNavigate();
  const shown = useTenantSlug();
  const tenants = useStatus().data?.tenants;
  return (run) => {
    const other = tenants?.find(({ slug }) => slug !== run.tenant);
    if (shown !== run.tenant || other === undefined) return;
    void navigate({
      to: '.',
      search: (search) => ({ ...search, tenant: other.slug, application: undefined }),
      replace: true,
    });
  };
}
