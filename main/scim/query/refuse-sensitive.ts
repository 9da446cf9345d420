// Filters that may not stand in a URL, which proxies and logs on its way keep: those that name a secret attribute. Its
// value would be in the URL. @see RFC 7644 §7.5.2
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import type { FilterNode } from '../../../shared/scim/filter-tree.ts';
import { parseFilter } from '../../../shared/scim/parse-filter.ts';
import { leafAttribute, resolveAttribute } from '../schema/resolve-attribute.ts';
import type { ResourceModel } from '../schema/schema-types.ts';
import { sensitive } from '../scim-error.ts';

/** Throws `sensitive`, naming the attribute. What is no filter at all is refused elsewhere. */
export function refuseSensitive(filter: string, models: readonly ResourceModel[]): void {
  const tree = parse(filter);
  const secret = tree && attributesOf(tree).find((path) => isSecret(path, models));
  if (secret === undefined) return;
  throw sensitive(`Filter: "${secret}" is a secret, which must not stand in a URL`);
}

function isSecret(path: string, models: readonly ResourceModel[]): boolean {
  return models.some((model) => {
    const found = resolveAttribute(model, path);
    return found !== undefined && leafAttribute(found).mutability === 'writeOnly';
  });
}

function parse(filter: string): FilterNode | undefined {
  try {
    return parseFilter(filter, { lenient: true });
  } catch (error) {
    if (error instanceof FilterSyntaxError) return undefined;
    throw error;
  }
}

function attributesOf(node: FilterNode): readonly string[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.terms.flatMap(attributesOf);
    case 'not':
      return attributesOf(node.term);
    case 'value-path': {
      const inside = attributesOf(node.filter);
      return [node.attribute, ...inside.map((name) => `${node.attribute}.${name}`)];
    }
    default:
      return [node.attribute];
  }
}
