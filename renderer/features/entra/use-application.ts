// The enterprise application on screen: that of the address, else the one looked at last, else the first.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Application } from '../../../shared/simulator/application.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { toast } from '../../ui/toast.tsx';

const STORAGE_NAME = 'scim-mock-tenant.application';

export interface ApplicationChoice {
  /** Undefined while it is not known, and where there is none. */
  readonly application: Application | undefined;
  /** Undefined until they are read. */
  readonly applications: readonly Application[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly choose: (id: string) => void;
}

export function useApplication(): ApplicationChoice {
  const asked = useSearch({ strict: false, select: (search) => search.application });
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: queryKeys.applications(),
    queryFn: ({ signal }) => callAdmin('listApplications', {}, signal),
  });
  const applications = query.data?.applications;
  const wanted = asked ?? localStorage.getItem(STORAGE_NAME);
  return {
    application: applications?.find(({ id }) => id === wanted) ?? applications?.[0],
    applications,
    error: query.error,
    retry: () => void query.refetch(),
    choose(id) {
      localStorage.setItem(STORAGE_NAME, id);
      void navigate({ to: '.', search: { application: id } });
    },
  };
}

type Change = () => Promise<Application>;

/** Creates, renames or deletes one; then what is on screen is read anew. */
export function useApplicationChange(onDone: (application: Application) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => change(),
    async onSuccess(application) {
      await queryClient.invalidateQueries({ queryKey: queryKeys.applications() });
      onDone(application);
    },
  });
}

export function tellDone(message: string): void {
  toast({ tone: 'good', message });
}
