// Test Connection, and how the form of Connectivity is saved.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JobDetails } from '../../../shared/simulator/job-run.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { toast } from '../../ui/toast.tsx';
import {
  readCredentials,
  readNotification,
  readTarget,
  type ConnectionDraft,
} from './connection-draft.ts';

export type ConnectivityTest = ReturnType<typeof useConnectivityTest>;

export function useConnectivityTest(job: JobDetails) {
  return useMutation({
    mutationFn: (draft: ConnectionDraft) =>
      callAdmin('testJobConnection', {
        params: { application: job.applicationId },
        body: { target: readTarget(draft), credentials: readCredentials(draft, job) },
      }),
  });
}

/** How many objects are connected; undefined: not known yet. */
export function useConnectionCount(application: string): number | undefined {
  return useQuery({
    queryKey: queryKeys.job(application, 'connection-count'),
    queryFn: ({ signal }) =>
      callAdmin('listConnections', { params: { application }, query: { limit: 1 } }, signal),
  }).data?.total;
}

export function useConnectionSave(job: JobDetails, onSaved: () => void) {
  const queryClient = useQueryClient();
  const params = { application: job.applicationId };
  return useMutation({
    async mutationFn(draft: ConnectionDraft) {
      const notification = readNotification(draft);
      await callAdmin('putJobTarget', { params, body: readTarget(draft) });
      await callAdmin('putJobCredentials', { params, body: readCredentials(draft, job) });
      return callAdmin('putJobSettings', { params, body: { ...job.settings, notification } });
    },
    async onSuccess({ status }) {
      const when = status.awaitsNextCycle ? '; it takes effect with the next cycle' : '';
      toast({ tone: 'good', message: `Connectivity saved${when}` });
      await queryClient.invalidateQueries({ queryKey: queryKeys.job(job.applicationId) });
      onSaved();
    },
  });
}
