// PUT of a whole resource. Okta: wizard apps deactivate with it, so what was stored decides what it is called.
// @see RFC 7644 §3.5.1
import type { Effect } from '../../../shared/admin/request-log.ts';
import { describeStateChange } from './describe-patch.ts';
import {
  enumerate,
  type ExchangeFacts,
  type Intent,
  nameOf,
  noun,
  readResource,
  type ResourceKind,
  subject,
} from './exchange.ts';

export function describeReplace(
  facts: ExchangeFacts,
  { resource, id }: { readonly resource: ResourceKind; readonly id: string },
): Intent {
  const found = readResource(facts, id);
  const resourceName = found.resourceName ?? nameOf(facts.requestBody);
  const who = { resourceId: id, resourceName };
  return {
    ...(describeStateChange(facts.effects, subject(resource, who)) ?? {
      operation: 'replace',
      action: `Replace ${noun(resource)} ${resourceName ?? id}`,
      ...changed(facts.effects),
    }),
    resource: who,
  };
}

function changed(effects: readonly Effect[]): { readonly detail?: string } {
  const paths = effects.flatMap(({ changes }) => changes.map(({ path }) => path));
  if (paths.length === 0) return {};
  return { detail: enumerate(paths.map((path) => path.slice(path.lastIndexOf(':') + 1))) };
}
