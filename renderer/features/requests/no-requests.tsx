// The Requests list with nothing in it: waiting for the first request, or nothing that matches.
import { getRouteApi } from '@tanstack/react-router';
import { Activity, SearchX } from 'lucide-react';
import { useConnection } from '../../api/use-connection.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TestRequestButton } from '../connect/test-request-button.tsx';

const route = getRouteApi('/requests');

export function NoRequests() {
  const connection = useConnection().data;
  return (
    <EmptyState
      icon={Activity}
      title="Waiting for the first request"
      actions={
        <>
          <TestRequestButton variant="primary" />
          {connection !== undefined && (
            <>
              <CopyButton what="Tenant URL" caption="Copy URL" text={connection.tenantUrl} />
              <CopyButton what="Secret Token" caption="Copy token" text={connection.secretToken} />
            </>
          )}
        </>
      }
    >
      <p>
        Point a SCIM client at{' '}
        <code className="font-mono text-sm wrap-anywhere text-ink-1">{connection?.tenantUrl}</code>.
        Each request appears here the moment it arrives, refused ones too.
      </p>
    </EmptyState>
  );
}

export function NoMatch({ text }: { readonly text: string }) {
  const navigate = route.useNavigate();
  return (
    <EmptyState
      icon={SearchX}
      title="No request matches"
      actions={
        <Button
          onPress={() => void navigate({ search: (search) => ({ ...search, text: undefined }) })}
        >
          Clear the filter
        </Button>
      }
    >
      <p>
        Nothing in the log holds all of <strong className="wrap-anywhere">{text}</strong>. The
        filter looks at meaning, path, query, method, status, source and resource name.
      </p>
    </EmptyState>
  );
}
