// Runs of the checker, kept fresh by the live feed, and what can be done with them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CheckReportFormat, CheckTarget } from '../../../shared/admin/check-run.ts';
import type { CheckPreset } from '../../../shared/checker/report.ts';
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { saveText } from '../../ui/save-text.ts';
import { toast } from '../../ui/toast.tsx';

export interface RunOrder {
  readonly target: CheckTarget;
  readonly preset: CheckPreset;
  readonly only: readonly string[];
}

export function useCheckCatalogue() {
  return useQuery({
    queryKey: ['check-catalogue'],
    queryFn: ({ signal }) => callAdmin('listChecks', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useCheckRuns() {
  return useQuery({
    queryKey: ['check-runs'],
    queryFn: ({ signal }) => callAdmin('listCheckRuns', {}, signal),
  });
}

export function useCheckRun(id: string) {
  return useQuery({
    queryKey: ['check-runs', id],
    queryFn: ({ signal }) => callAdmin('getCheckRun', { params: { id } }, signal),
  });
}

export function useStartRun(onStarted: (id: string) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ target, preset, only }: RunOrder) =>
      callAdmin('startCheckRun', { body: { target, preset, only: [...only] } }),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: ['check-runs'] });
      onStarted(id);
    },
  });
}

export function useCancelRun(id: string) {
  return useMutation({
    mutationFn: () => callAdmin('cancelCheckRun', { params: { id } }),
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
  });
}

/** Hands the report over as a file. */
export async function saveReport(id: string, format: CheckReportFormat): Promise<void> {
  try {
    const file = await callAdmin('getCheckReport', { params: { id }, query: { format } });
    saveText(file);
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
}
