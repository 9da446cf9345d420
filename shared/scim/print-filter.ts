// Trees back to text, in the one spelling we use ourselves: parsing what is printed gives the same tree.
import type { FilterNode, PatchPath } from './filter-tree.ts';

/** The text of a filter. @see RFC 7644 §3.4.2.2 */
export function printFilter(node: FilterNode): string {
  switch (node.kind) {
    case 'or':
      return node.terms.map(printOrTerm).join(' or ');
    case 'and':
      return node.terms.map(printAndTerm).join(' and ');
    case 'not':
      return `not (${printFilter(node.term)})`;
    case 'present':
      return `${node.attribute} pr`;
    case 'compare':
      return `${node.attribute} ${node.operator} ${JSON.stringify(node.value)}`;
    case 'value-path':
      return `${node.attribute}[${printFilter(node.filter)}]`;
  }
}

/** The text of a PATCH path. @see RFC 7644 §3.5.2 */
export function printPatchPath(path: PatchPath): string {
  const filter = path.filter === undefined ? '' : `[${printFilter(path.filter)}]`;
  const subAttribute = path.subAttribute === undefined ? '' : `.${path.subAttribute}`;
  return `${path.attribute}${filter}${subAttribute}`;
}

function printOrTerm(term: FilterNode): string {
  return term.kind === 'or' ? `(${printFilter(term)})` : printFilter(term);
}

function printAndTerm(term: FilterNode): string {
  const needsGroup = term.kind === 'or' || term.kind === 'and';
  return needsGroup ? `(${printFilter(term)})` : printFilter(term);
}
