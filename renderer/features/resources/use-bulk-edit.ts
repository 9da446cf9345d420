// Changes of many resources: tried, and started as a job.
import { useMutation } from '@tanstack/react-query';
import type { BulkEdit, BulkPlan } from '../../../shared/admin/resource-tools.ts';
import { callAdmin } from '../../api/client.ts';
import { useStartJob } from '../jobs/use-jobs.ts';

export function useBulkEdit(tenant: string, resourceType: string) {
  return useStartJob((body: BulkEdit) =>
    callAdmin('startBulkEdit', { params: { tenant, resourceType }, body }),
  );
}

export function useBulkPlan(tenant: string, resourceType: string) {
  return useMutation<BulkPlan, Error, BulkEdit>({
    mutationFn: (body) => callAdmin('planBulkEdit', { params: { tenant, resourceType }, body }),
  });
}
