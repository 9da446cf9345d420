// `/compose?from=12` opens a logged request, to be changed and sent again.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { toComposed } from '../../../shared/compose/read-requests.ts';
import { toOutgoing } from '../../../shared/export/outgoing-request.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useStatus } from '../../api/use-status.ts';
import { openDrafts } from './drafts.ts';
import { useTargets } from './use-targets.ts';

/** `onOpened` is called once the request has its tab. */
export function useOpenedFromLog(id: number | undefined, onOpened: () => void) {
  const scimUrl = useStatus().data?.scimUrl;
  const targets = useTargets();
  const query = useQuery({
    queryKey: queryKeys.request(id ?? 0),
    queryFn: ({ signal }) => callAdmin('getRequest', { params: { id: id ?? 0 } }, signal),
    enabled: id !== undefined,
  });
  const open = useEffectEvent((request: RequestDetails, url: string) => {
    const { origin } = new URL(url);
    const outgoing = toOutgoing(request, { origin });
    const imported = { ...outgoing, name: request.sentence };
    openDrafts([{ name: `Request ${request.id}`, request: toComposed(imported, targets) }]);
    onOpened();
  });
  const request = id === undefined ? undefined : query.data;
  useEffect(() => {
    if (request !== undefined && scimUrl !== undefined) open(request, scimUrl);
  }, [request, scimUrl]);
  return {
    isLoading: id !== undefined && query.isPending,
    error: id === undefined ? null : query.error,
  };
}
