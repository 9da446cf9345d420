// URNs of extensions: the misspelt ones, and those of custom extensions that no schema describes.

/** Ends at the resource type's name after a version: `urn:…:contoso:2.0:User`, then `:badge.colour`. */
const VERSIONED = /^(urn:.+:\d+(?:\.\d+)*:[a-z]\w*)(?::(.+))?$/i;

/** The URN as it should have been written. */
export function repairUrn(text: string): string {
  // Entra: seen with the colon before the resource type's name missing.
  return text.replace(/^(urn:.+:enterprise:2\.0)(User)/i, '$1:$2');
}

export interface CustomPath {
  readonly urn: string;
  /** What follows the URN; undefined for the whole extension. */
  readonly attribute: string | undefined;
}

/** A URN that no schema of the model has, split from the attribute behind it; undefined when it is no URN. */
export function splitCustomUrn(text: string): CustomPath | undefined {
  const match = VERSIONED.exec(text);
  if (match?.[1] !== undefined) return { urn: match[1], attribute: match[2] };
  return /^urn:[^:]+:./i.test(text) ? { urn: text, attribute: undefined } : undefined;
}
