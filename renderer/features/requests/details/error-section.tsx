// An answer that went wrong: the SCIM error in words, and what Microsoft Entra would make of it.
import type { RequestDetails } from '../../../../shared/admin/request-log.ts';
import { isJsonObject, type JsonValue } from '../../../../shared/scim/json.ts';
import { Section } from '../../../ui/section.tsx';
import { describeScimType } from '../request-words.ts';
import { findEntraOutcome } from './entra-outcome.ts';

interface ErrorSectionProps {
  readonly request: RequestDetails;
  readonly body: JsonValue | undefined;
}

export function ErrorSection({ request, body }: ErrorSectionProps) {
  const outcome = findEntraOutcome(request, body);
  if (outcome === undefined) return null;
  const detail = isJsonObject(body) ? body['detail'] : undefined;
  return (
    <Section title="What went wrong">
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        {typeof detail === 'string' && (
          <>
            <dt className="text-ink-3">Detail</dt>
            <dd className="wrap-anywhere">{detail}</dd>
          </>
        )}
        {request.scimType !== null && (
          <>
            <dt className="text-ink-3">scimType</dt>
            <dd>
              <code className="font-mono text-sm">{request.scimType}</code>:{' '}
              {describeScimType(request.scimType)}
            </dd>
          </>
        )}
        <dt className="text-ink-3">In Entra</dt>
        <dd className="wrap-anywhere">
          The provisioning log would show <code className="font-mono text-sm">{outcome.code}</code>.{' '}
          {outcome.meaning}
          <span className="block text-ink-2">{outcome.help}</span>
        </dd>
      </dl>
    </Section>
  );
}
