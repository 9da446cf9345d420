// What the client sent.
import { toOutgoing } from '../../../shared/export/outgoing-request.ts';
import { writeCurl } from '../../../shared/export/write-curl.ts';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { useStatus } from '../../api/use-status.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { PairTable } from '../../ui/pair-table.tsx';
import { Section } from '../../ui/section.tsx';
import { MessageBody } from './message-body.tsx';
import { PatchOperations } from './patch-operations.tsx';
import { Method } from './request-columns.tsx';
import { readableQuery, readQuery } from './request-words.ts';

export function RequestTab({ request }: { readonly request: RequestDetails }) {
  const scimUrl = useStatus().data?.scimUrl;
  const query = readQuery(request.query);
  const target = request.query === '' ? request.path : `${request.path}?${request.query}`;
  const readable = `${request.path}${request.query === '' ? '' : `?${readableQuery(request.query)}`}`;
  return (
    <div className="divide-y divide-line">
      <Section
        title="Target"
        actions={
          <>
            {scimUrl !== undefined && (
              <CopyButton
                what="curl command"
                caption="Copy as curl"
                text={writeCurl(toOutgoing(request, { origin: new URL(scimUrl).origin }))}
              />
            )}
            <CopyButton what="target" text={target} />
          </>
        }
      >
        <p className="font-mono text-sm wrap-anywhere">
          <Method method={request.method} /> {readable}
        </p>
      </Section>
      {query.length > 0 && (
        <Section title="Query">
          <PairTable label="Query parameters" pairs={query} />
        </Section>
      )}
      <PatchOperations body={request.requestBody} />
      <MessageBody what="request body" body={request.requestBody} />
      <Section title="Headers">
        <PairTable label="Request headers" pairs={request.requestHeaders} />
      </Section>
    </div>
  );
}
