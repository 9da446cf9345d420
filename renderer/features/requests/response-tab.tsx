// What the tenant answered.
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { PairTable } from '../../ui/pair-table.tsx';
import { Section } from '../../ui/section.tsx';
import { MessageBody } from './message-body.tsx';
import { Status } from './request-columns.tsx';
import { describeStatus } from './request-words.ts';

export function ResponseTab({ request }: { readonly request: RequestDetails }) {
  return (
    <div className="divide-y divide-line">
      <Section title="Status">
        <p>
          <Status request={request} />{' '}
          <span className="text-ink-2">{describeStatus(request.status, request.scimType)}</span>
        </p>
      </Section>
      <MessageBody what="response body" body={request.responseBody} />
      <Section title="Headers">
        {request.responseHeaders.length === 0 ? (
          <p className="text-ink-3">None</p>
        ) : (
          <PairTable label="Response headers" pairs={request.responseHeaders} />
        )}
      </Section>
    </div>
  );
}
