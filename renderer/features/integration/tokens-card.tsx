// Every bearer token that opens the tenant: who uses it, until when it is good, and what can be done with it.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Token } from '../../../shared/admin/token.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTokens } from '../connect/use-tokens.ts';
import { Card } from '../home/card.tsx';
import { NewTokenDialog } from './new-token-dialog.tsx';
import { TokenRow } from './token-row.tsx';

export function TokensCard() {
  const tokens = useTokens();
  const [isCreating, setIsCreating] = useState(false);
  return (
    <Card
      title="Tokens"
      aside={
        <Button onPress={() => setIsCreating(true)}>
          <Plus aria-hidden className="size-3.5" />
          New token
        </Button>
      }
    >
      <p className="mb-2 text-ink-2">
        Each SCIM client can have its own. The first that is not revoked is the Secret Token above.
      </p>
      {tokens.isPending && <Skeleton label="Loading the tokens" lines={3} />}
      {tokens.isError && (
        <ErrorState
          title="The tokens could not be read"
          error={tokens.error}
          onRetry={() => void tokens.refetch()}
        />
      )}
      {tokens.data !== undefined && <TokenTable tokens={tokens.data.tokens} />}
      {isCreating && <NewTokenDialog onClose={() => setIsCreating(false)} />}
    </Card>
  );
}

function TokenTable({ tokens }: { readonly tokens: readonly Token[] }) {
  return (
    <div className="relative -mx-1 overflow-x-auto px-1">
      <table aria-label="Tokens" className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            {['Name', 'Secret', 'State', 'Scope', 'Last used'].map((name) => (
              <th key={name} scope="col" className="py-1 pr-4 font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
            <th scope="col" className="py-1 pr-4 text-right font-medium">
              Requests
            </th>
            <th scope="col" className="py-1">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
