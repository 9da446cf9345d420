// The bearer tokens of the tenant on screen, and what can be done with them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Token, TokenCreation } from '../../../shared/admin/token.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';

export function useTokens() {
  const tenant = useTenantSlug();
  return useQuery({
    queryKey: queryKeys.tokens(tenant),
    queryFn: ({ signal }) => callAdmin('listTokens', { params: { tenant } }, signal),
  });
}

/** The one that the connection shows. */
export function useSecretToken(): Token | undefined {
  return useTokens().data?.tokens.find(({ isSecretToken }) => isSecretToken);
}

export type TokenOrder =
  | {
      readonly kind: 'create';
      readonly creation: Pick<TokenCreation, 'name' | 'scope' | 'expires'>;
    }
  | { readonly kind: 'rotate'; readonly id: string; readonly overlapMinutes: number }
  | { readonly kind: 'set-expiry'; readonly id: string; readonly expires: string | null }
  | { readonly kind: 'expire'; readonly id: string }
  | { readonly kind: 'revoke'; readonly id: string };

export function useTokenOrder() {
  const tenant = useTenantSlug();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (order: TokenOrder) => carryOut(tenant, order),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.tokens(tenant) });
      void queryClient.invalidateQueries({ queryKey: queryKeys.connection(tenant) });
    },
  });
}

function carryOut(tenant: string, order: TokenOrder): Promise<Token> {
  switch (order.kind) {
    case 'create':
      return callAdmin('createToken', { params: { tenant }, body: order.creation });
    case 'rotate':
      return callAdmin('rotateToken', {
        params: { tenant, id: order.id },
        body: { overlapMinutes: order.overlapMinutes },
      });
    case 'set-expiry':
      return callAdmin('changeToken', {
        params: { tenant, id: order.id },
        body: { expires: order.expires },
      });
    case 'expire':
      return callAdmin('expireToken', { params: { tenant, id: order.id } });
    case 'revoke':
      return callAdmin('revokeToken', { params: { tenant, id: order.id } });
  }
}
