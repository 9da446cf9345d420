// The path of a PATCH operation (RFC 7644 §3.5.2, figure 7): an attribute path, or a value path with an optional
// sub-attribute after the bracket. Where a URN ends and the attribute begins is for the schemas to say.
import type { PatchPath } from './filter-tree.ts';
import {
  readAttribute,
  readBracketFilter,
  readSubAttribute,
  type ParseOptions,
} from './parse-filter.ts';
import { createTokenCursor } from './token-cursor.ts';

/**
 * `name.familyName` stays one `attribute`; only what follows a bracket becomes `subAttribute`.
 * Throws FilterSyntaxError. @see RFC 7644 §3.5.2
 */
export function parsePatchPath(
  text: string,
  options: ParseOptions = { lenient: false },
): PatchPath {
  const cursor = createTokenCursor(text);
  const attribute = readAttribute(cursor);
  if (cursor.peek().kind !== '[') {
    cursor.expect('end', '"[" or the end');
    return { attribute };
  }
  const filter = readBracketFilter(cursor, { lenient: options.lenient, depth: 0 });
  const subAttribute = readSubAttribute(cursor);
  cursor.expect('end', 'the end');
  return subAttribute === undefined ? { attribute, filter } : { attribute, filter, subAttribute };
}
