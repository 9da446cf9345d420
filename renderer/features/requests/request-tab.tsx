// What the client sent.
import { toOutgoing } from '../../../shared/export/outgoing-request.ts';
import { writeCurl } from '../../../shared/export/write-curl.ts';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { useStatus } from '../../api/use-status.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { HeadersSection } from './details/headers-section.tsx';
import { UrlSection } from './details/url-section.tsx';
import { MessageBody } from './message-body.tsx';
import { PatchOperations } from './patch-operations.tsx';

export function RequestTab({ request }: { readonly request: RequestDetails }) {
  const scimUrl = useStatus().data?.scimUrl;
  const target = request.query === '' ? request.path : `${request.path}?${request.query}`;
  return (
    <div className="divide-y divide-line">
      <UrlSection
        request={request}
        actions={
          <>
            {scimUrl !== undefined && (
              <CopyButton
                what="curl command"
                caption="Copy as curl"
                text={() => writeCurl(toOutgoing(request, { origin: new URL(scimUrl).origin }))}
              />
            )}
            <CopyButton what="target" text={target} />
          </>
        }
      />
      {request.method === 'PATCH' && <PatchOperations body={request.requestBody} />}
      <MessageBody what="request body" body={request.requestBody} />
      <HeadersSection label="Request headers" headers={request.requestHeaders} />
    </div>
  );
}
