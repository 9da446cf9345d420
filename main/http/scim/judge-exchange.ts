// Hands a finished exchange to the linter. It judges what was sent before secrets are masked, so its messages are masked
// like everything else of the record.
import type { Finding } from '../../../shared/admin/finding.ts';
import type { RecordedHeaders } from '../../../shared/admin/request-log.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { modelsOf } from '../../provider/models-of.ts';
import { findFindings } from '../../scim/findings/find-findings.ts';
import type { Answer, Exchange, ScimAppDependencies } from './exchange.ts';
import { MAX_BODY_BYTES } from './receive-body.ts';

interface Judged {
  readonly exchange: Exchange;
  readonly method: string;
  readonly durationMs: number;
  readonly requestText: string;
  readonly requestJson: JsonValue | undefined;
  /** Masked. */
  readonly requestHeaders: RecordedHeaders;
  readonly answer: Answer;
  readonly responseHeaders: RecordedHeaders;
  /** Takes secrets out of a message. */
  readonly hide: (text: string) => string;
}

export function judgeExchange(
  { store }: Pick<ScimAppDependencies, 'store'>,
  judged: Judged,
): Finding[] {
  const { exchange, answer, hide, method } = judged;
  const { target, tenant, effects, body } = exchange;
  if (exchange.isTokenRequest) return []; // OAuth's, not SCIM's
  const isHead = method === 'HEAD';
  const findings = findFindings({
    method,
    rawPath: target.rawPath,
    rawQuery: target.rawQuery,
    path: tenant === null ? null : target.path,
    query: target.query,
    requestHeaders: judged.requestHeaders,
    requestBody: {
      text: judged.requestText,
      json: judged.requestJson,
      isTruncated: body.isTooLarge,
    },
    status: answer.status,
    durationMs: judged.durationMs,
    responseHeaders: judged.responseHeaders,
    responseBody: {
      text: isHead ? '' : (answer.text ?? ''),
      json: isHead ? undefined : answer.json,
      isTruncated: Buffer.byteLength(answer.text ?? '') > MAX_BODY_BYTES,
    },
    models: tenant === null ? [] : modelsOf(store, tenant),
    effects,
  });
  return findings.map((finding) => ({ ...finding, message: hide(finding.message) }));
}
