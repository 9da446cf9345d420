// What the tenant answered.
import { useMemo } from 'react';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { parseJson } from '../../ui/json-text.ts';
import { Section } from '../../ui/section.tsx';
import { ErrorSection } from './details/error-section.tsx';
import { HeadersSection } from './details/headers-section.tsx';
import { ListResponse } from './details/list-response.tsx';
import { readListResponse } from './details/read-list-response.ts';
import { MessageBody } from './message-body.tsx';
import { Status } from './request-cells.tsx';
import { describeStatus } from './request-words.ts';

export function ResponseTab({ request }: { readonly request: RequestDetails }) {
  const body = useMemo(() => parseJson(request.responseBody.text), [request.responseBody.text]);
  const list = readListResponse(body);
  return (
    <div className="divide-y divide-line">
      <Section title="Status">
        <p>
          <Status request={request} />{' '}
          <span className="text-ink-2">{describeStatus(request.status, request.scimType)}</span>
        </p>
      </Section>
      <ErrorSection request={request} body={body} />
      {list !== undefined && <ListResponse list={list} />}
      <MessageBody what="response body" body={request.responseBody} />
      <HeadersSection label="Response headers" headers={request.responseHeaders} />
    </div>
  );
}
