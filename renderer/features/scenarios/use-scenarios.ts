// Scenarios and their runs, kept fresh by the live feed, and what can be done with them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  ScenarioReportFormat,
  ScenarioRun,
  ScenarioRunStart,
} from '../../../shared/scenario/scenario-run.ts';
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { saveText } from '../../ui/save-text.ts';
import { toast } from '../../ui/toast.tsx';

export function useScenarioLibrary() {
  return useQuery({
    queryKey: ['scenario-runs', 'library'],
    queryFn: ({ signal }) => callAdmin('listScenarios', {}, signal),
  });
}

export function useScenarioDetails(id: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['scenarios', id],
    queryFn: ({ signal }) => callAdmin('getScenario', { params: { id } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isWanted,
  });
}

export function useScenarioRuns() {
  return useQuery({
    queryKey: ['scenario-runs', 'list'],
    queryFn: ({ signal }) => callAdmin('listScenarioRuns', {}, signal),
  });
}

/** The one that is being played, if any. */
export function useRunUnderWay(): ScenarioRun | undefined {
  return useScenarioRuns().data?.runs.find(({ state }) => state !== 'ended');
}

export function useScenarioRun(id: string | undefined) {
  return useQuery({
    queryKey: ['scenario-runs', 'run', id],
    queryFn: ({ signal }) => callAdmin('getScenarioRun', { params: { id: id ?? '' } }, signal),
    enabled: id !== undefined,
  });
}

export function useRunActions() {
  const queryClient = useQueryClient();
  const settled = {
    onError: (error: unknown) => toast({ tone: 'bad', message: describeError(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['scenario-runs'] }),
  };
  const start = useMutation({
    ...settled,
    mutationFn: (body: z.input<typeof ScenarioRunStart>) => callAdmin('startScenarioRun', { body }),
  });
  const step = useMutation({
    ...settled,
    mutationFn: ({ id, all = false }: { readonly id: string; readonly all?: boolean }) =>
      callAdmin('stepScenarioRun', { params: { id }, body: { all } }),
  });
  const cancel = useMutation({
    ...settled,
    mutationFn: (id: string) => callAdmin('cancelScenarioRun', { params: { id } }),
  });
  return { start, step, cancel };
}

/** Hands the report over as a file. */
export async function saveReport(
  id: string,
  format: z.infer<typeof ScenarioReportFormat>,
): Promise<void> {
  try {
    saveText(await callAdmin('getScenarioReport', { params: { id }, query: { format } }));
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
}
