// Versions of resources as entity tags. They are weak: the same version may be written in several ways (projection,
// order of members). That is why If-Match, too, compares them weakly here. @see RFC 7644 §3.14, RFC 9110 §8.8.3, §13.1

/** The value of `ETag` and of `meta.version`. */
export function entityTag(version: number): string {
  return `W/"${version}"`;
}

/**
 * Whether a list of entity tags, as If-Match and If-None-Match have it, names the version. `*` names every one.
 * A tag without quotes is taken as well: some clients hand back a version that they have unquoted.
 */
export function namesVersion(header: string, version: number): boolean {
  const tags = header.split(',').map((tag) => tag.trim());
  return tags.some((tag) => tag === '*' || opaquePart(tag) === String(version));
}

function opaquePart(tag: string): string {
  return tag.replace(/^W\//i, '').replace(/^"(.*)"$/s, '$1');
}
