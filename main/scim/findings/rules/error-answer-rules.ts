// Rules about answers that refuse. @see RFC 7644 §3.12
import { isJsonArray } from '../../../../shared/scim/json.ts';
import type { Rule, RuleGroup } from '../finding-rule.ts';
import { hitIf, NO_HITS } from '../hit.ts';
import { SCIM_TYPES } from '../../scim-error.ts';
import { showValue } from '../show-value.ts';

const ERROR_URN = 'urn:ietf:params:scim:api:messages:2.0:Error';

const rules: readonly Rule[] = [
  {
    id: 'error-without-body',
    severity: 'warning',
    title: 'An error without a body',
    why: 'The SCIM client learns the status, but not what was wrong.',
    source: 'RFC 7644 §3.12',
    entra: 'Quotes the body in the provisioning log.',
    find: ({ exchange }) =>
      hitIf(
        exchange.method !== 'HEAD' && exchange.responseBody.text.trim() === '',
        `Status ${exchange.status} has no body`,
      ),
  },
  {
    id: 'error-without-schemas',
    severity: 'error',
    title: 'An error that does not name the error schema',
    why: 'SCIM clients know an error message by its schema.',
    source: 'RFC 7644 §3.12',
    find({ answered }) {
      if (answered === undefined) return NO_HITS;
      const schemas = answered['schemas'];
      const isNamed = isJsonArray(schemas) && schemas.includes(ERROR_URN);
      return hitIf(!isNamed, `schemas is ${showValue(schemas)}`, 'schemas');
    },
  },
  {
    id: 'error-status-not-text',
    severity: 'warning',
    title: 'The status in an error is no text',
    why: 'It is a string in SCIM: "404".',
    source: 'RFC 7644 §3.12',
    entra: 'Reads it as text.',
    find({ answered }) {
      const status = answered?.['status'];
      const isOdd = answered !== undefined && typeof status !== 'string';
      return hitIf(isOdd, `status is ${showValue(status)}`, 'status');
    },
  },
  {
    id: 'error-status-differs',
    severity: 'error',
    title: 'The status in an error is not that of the answer',
    why: 'Two readers of the same answer do different things.',
    source: 'RFC 7644 §3.12',
    find({ answered, exchange }) {
      const status = answered?.['status'];
      const isOther = status !== undefined && Number(status) !== exchange.status;
      return hitIf(
        isOther,
        `status is ${showValue(status)}, the answer has ${exchange.status}`,
        'status',
      );
    },
  },
  {
    id: 'error-without-scim-type',
    severity: 'notice',
    title: 'A refusal without scimType',
    why: 'On 400 and 409 scimType says which of the known reasons it is.',
    source: 'RFC 7644 §3.12, table 9',
    entra: 'Takes 409 with uniqueness for a conflict of matching values.',
    find: ({ answered, exchange }) =>
      hitIf(
        answered !== undefined &&
          [400, 409].includes(exchange.status) &&
          answered['scimType'] === undefined,
        `Status ${exchange.status} has no scimType`,
        'scimType',
      ),
  },
  {
    id: 'unknown-scim-type',
    severity: 'warning',
    title: 'A scimType that SCIM does not have',
    why: 'SCIM clients compare it with the list of the RFC.',
    source: 'RFC 7644 §3.12, table 9',
    find({ answered }) {
      const type = answered?.['scimType'];
      const isKnown = type === undefined || SCIM_TYPES.some((known) => known === type);
      return hitIf(!isKnown, `scimType is ${showValue(type)}`, 'scimType');
    },
  },
  {
    id: 'error-without-detail',
    severity: 'notice',
    title: 'A refusal without detail',
    why: 'A person will have to guess.',
    source: 'RFC 7644 §3.12',
    entra: 'Shows the text in the provisioning log.',
    find({ answered }) {
      const detail = answered?.['detail'];
      return hitIf(
        answered !== undefined && (detail === undefined || detail === ''),
        'No detail',
        'detail',
      );
    },
  },
  {
    id: 'not-found-on-query',
    severity: 'error',
    title: '404 to a query',
    why: 'A query that finds nothing is a success: 200 with an empty list.',
    source: 'RFC 7644 §3.4.2; Microsoft: Develop a SCIM endpoint',
    entra: 'Takes it for a break of the protocol and puts the job into quarantine at once.',
    find: ({ search, exchange }) =>
      hitIf(search() !== undefined && exchange.status === 404, 'The query answers 404'),
  },
  {
    id: 'conflict-status',
    severity: 'warning',
    title: 'A value that is taken, but not 409',
    why: 'uniqueness belongs to 409; 400 reads as a broken request.',
    source: 'RFC 7644 §3.12, table 9',
    entra: 'Tells a conflict from a bad request by the status.',
    find: ({ answered, exchange }) =>
      hitIf(
        answered?.['scimType'] === 'uniqueness' && exchange.status !== 409,
        `uniqueness comes with ${exchange.status}`,
        'scimType',
      ),
  },
];

export const errorAnswerRules: RuleGroup = {
  where: 'response',
  applies: ({ exchange, place }) =>
    exchange.status >= 400 && (place.kind !== 'other' || exchange.path !== null),
  rules,
};
