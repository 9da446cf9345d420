// The mappings of a job as they are kept, and what the server says about those that are being edited.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { ExpressionTest } from '../../../shared/simulator/mapping-preview.ts';
import { DEFAULT_JOB_SETTINGS, type JobSettings } from '../../../shared/simulator/job.ts';
import type { SynchronizationSchema } from '../../../shared/simulator/mapping.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';

export function useJobSchema(application: string) {
  return useQuery({
    queryKey: queryKeys.applications(application, 'schema'),
    queryFn: ({ signal }) => callAdmin('getJobSchema', { params: { application } }, signal),
  });
}

/** Whether the assigned only are provisioned, or all. */
export function useJobScope(application: string): JobSettings['scope'] {
  return useJobSettings(application).scope;
}

function useJobSettings(application: string): JobSettings {
  const job = useQuery({
    queryKey: ['job', application],
    queryFn: ({ signal }) => callAdmin('getProvisioningJob', { params: { application } }, signal),
  });
  return job.data?.settings ?? DEFAULT_JOB_SETTINGS;
}

export function useSaveSchema(application: string, onSaved: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: SynchronizationSchema) =>
      callAdmin('putJobSchema', { params: { application }, body }),
    onSuccess(schema) {
      queryClient.setQueryData(queryKeys.applications(application, 'schema'), schema);
      toast({
        tone: 'good',
        message:
          'The mappings are saved. They take effect with the next cycle, which is an initial one.',
      });
      onSaved();
    },
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
  });
}

export function useDefaultSchema() {
  return useMutation({
    mutationFn: () => callAdmin('getDefaultSchema', {}),
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
  });
}

/** Those of the schema before while the next are on their way. */
export function useFindings(schema: SynchronizationSchema) {
  const asked = useDeferredValue(schema);
  const query = useQuery({
    queryKey: ['schema-findings', asked],
    queryFn: ({ signal }) => callAdmin('validateSchema', { body: asked }, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return query.data?.findings ?? [];
}

export interface PreviewWish {
  readonly application: string;
  readonly objectId: string | undefined;
  readonly schema: SynchronizationSchema;
  readonly scope: JobSettings['scope'];
  readonly isFlagged: boolean;
}

/** Undefined data while nobody is chosen. */
export function usePreview({ application, objectId, schema, scope, isFlagged }: PreviewWish) {
  const asked = useDeferredValue(schema);
  const { defaultAccess } = useJobSettings(application);
  return useQuery({
    queryKey: queryKeys.directory(
      'mapping-preview',
      application,
      objectId,
      scope,
      defaultAccess,
      isFlagged,
      asked,
    ),
    queryFn: ({ signal }) =>
      callAdmin(
        'previewMapping',
        {
          params: { application },
          body: { objectId: objectId ?? '', schema: asked, scope, defaultAccess, isFlagged },
        },
        signal,
      ),
    enabled: objectId !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

export function useExpressionTest(test: ExpressionTest) {
  const asked = useDeferredValue(test);
  return useQuery({
    queryKey: queryKeys.directory('expression-test', asked),
    queryFn: ({ signal }) => callAdmin('testExpression', { body: asked }, signal),
    enabled: asked.expression.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
