// Values as the log shows them: *Modified properties*, and what a connection keeps of its last export.
import type { ModifiedProperty } from '../../../shared/simulator/provisioning-log.ts';
import { showValue } from '../client/wire-value.ts';
import type { FoundDifference } from './compare-resource.ts';
import type { WantedObject } from './map-source.ts';

/** In place of a value that logs do not show. */
export const REDACTED = '[Redact]';

export function describeValues(wanted: WantedObject): ModifiedProperty[] {
  return wanted.attributes.map(({ target, value }) => ({
    displayName: target,
    oldValue: null,
    newValue: wanted.redacted.has(target) ? REDACTED : showValue(value),
  }));
}

export function describeDifferences(
  differences: readonly FoundDifference[],
  { redacted }: Pick<WantedObject, 'redacted'>,
): ModifiedProperty[] {
  return differences.map(({ attribute: { target, value }, oldValue }) => {
    const hide = (text: string | null) => (text !== null && redacted.has(target) ? REDACTED : text);
    return { displayName: target, oldValue: hide(oldValue), newValue: hide(showValue(value)) };
  });
}

export function exportedValues({ attributes, redacted }: WantedObject): Record<string, string> {
  return Object.fromEntries(
    attributes.map(({ target, value }) => [
      target,
      redacted.has(target) ? REDACTED : (showValue(value) ?? ''),
    ]),
  );
}
