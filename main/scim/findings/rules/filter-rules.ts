// Rules about the filter of a query. @see RFC 7644 §3.4.2.2
import type { FilterNode } from '../../../../shared/scim/filter-tree.ts';
import { leafAttribute, resolveAttribute } from '../../schema/resolve-attribute.ts';
import type { ResolvedAttribute } from '../../schema/schema-types.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { Rule, RuleGroup } from '../finding-rule.ts';
import { hitIf, NO_HITS, type Hit } from '../hit.ts';
import { showValue } from '../show-value.ts';

type Comparison = Extract<FilterNode, { readonly kind: 'compare' }>;

const ORDERING = ['gt', 'ge', 'lt', 'le'];
const COMPLIANCE = 'Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance';

const textRules: readonly Rule[] = [
  {
    id: 'filter-syntax',
    severity: 'error',
    title: 'The filter cannot be read',
    why: 'The request answers 400 invalidFilter.',
    source: 'RFC 7644 §3.4.2.2, figure 1',
    find({ search }) {
      const problem = search()?.filter?.problem;
      return hitIf(problem !== undefined, `The filter cannot be read: ${problem}`, 'filter');
    },
  },
  {
    id: 'filter-unquoted',
    severity: 'warning',
    title: 'A value in the filter has no quotes',
    why: 'The grammar wants text in double quotes; strict service providers answer 400 invalidFilter.',
    source: 'RFC 7644 §3.4.2.2, figure 1',
    entra: 'Old revisions of the documents print filters so; the service itself quotes.',
    find({ search }) {
      const filter = search()?.filter;
      return hitIf(
        filter?.isUnquoted === true,
        `The filter is ${showValue(filter?.text)}`,
        'filter',
      );
    },
  },
  {
    id: 'filter-value-path-suffix',
    severity: 'notice',
    title: 'The filter has a sub-attribute after a bracket',
    why: 'The grammar allows that in a PATCH path only; a strict service provider answers 400 invalidFilter.',
    source: 'RFC 7644 §3.4.2.2, figure 1',
    entra: 'Matches users so when the matching attribute is emails[type eq "work"].value.',
    find({ search }) {
      const filter = search()?.filter;
      const isFound = filter?.hasValuePathSuffix === true;
      return hitIf(isFound, `The filter is ${showValue(filter?.text)}`, 'filter');
    },
  },
];

const nameRules: readonly Rule[] = [
  {
    id: 'filter-unknown-attribute',
    severity: 'warning',
    title: 'The filter compares an attribute that does not exist',
    why: 'Nothing can match, or the request answers 400 invalidFilter.',
    source: 'RFC 7644 §3.4.2.1',
    entra: 'Asks by the matching attributes of its mapping: each must exist and be filterable.',
    find: (view) =>
      eachAttribute(view, ({ attribute, found }) =>
        hitIf(found === undefined, `Nothing here is called ${showValue(attribute)}`, 'filter'),
      ),
  },
  {
    id: 'filter-extension-without-urn',
    severity: 'notice',
    title: 'The filter names an extension attribute without its URN',
    why: 'Attributes of extensions are named by their full URN; others find nothing.',
    source: 'RFC 7644 §3.10',
    entra: 'Checks a manager so: id eq "…" and manager eq "…".',
    find: (view) =>
      eachAttribute(view, ({ attribute, found }) =>
        hitIf(
          found?.extension !== undefined && !attribute.includes(':'),
          `${attribute} belongs to ${found?.extension}`,
          'filter',
        ),
      ),
  },
  {
    id: 'filter-on-complex',
    severity: 'notice',
    title: 'The filter compares a whole complex attribute',
    why: 'Only a sub-attribute can be compared, such as manager.value; some service providers answer 400.',
    source: 'RFC 7644 §3.4.2.2',
    entra: 'Checks a manager so: id eq "…" and manager eq "…".',
    find: (view) =>
      eachComparison(view, ({ attribute }, found) => {
        const leaf = found && leafAttribute(found);
        const isWhole = leaf?.type === 'complex' && !leaf.multiValued;
        return hitIf(isWhole, `${attribute} has sub-attributes`, 'filter');
      }),
  },
];

const valueRules: readonly Rule[] = [
  {
    id: 'filter-string-boolean',
    severity: 'warning',
    title: 'The filter compares a boolean with text',
    why: 'Text and boolean are never equal: nothing matches, or the request answers 400 invalidFilter.',
    source: `RFC 7644 §3.4.2.2; ${COMPLIANCE}`,
    entra: 'Writes roles[primary eq "True"] in its role mappings.',
    find: (view) =>
      eachComparison(view, ({ attribute, value }, found) => {
        const isText =
          typeof value === 'string' && found && leafAttribute(found).type === 'boolean';
        return hitIf(
          isText === true,
          `${attribute} is compared with ${showValue(value)}`,
          'filter',
        );
      }),
  },
  {
    id: 'filter-wrong-literal',
    severity: 'warning',
    title: 'The filter compares text with something else',
    why: 'Values of different types are never equal.',
    source: 'RFC 7644 §3.4.2.2',
    find: (view) =>
      eachComparison(view, ({ attribute, value }, found) => {
        const isOther = typeof value === 'number' || typeof value === 'boolean';
        const wantsText = found !== undefined && leafAttribute(found).type === 'string';
        return hitIf(
          isOther && wantsText,
          `${attribute} is compared with ${showValue(value)}`,
          'filter',
        );
      }),
  },
  {
    id: 'filter-order-without-order',
    severity: 'error',
    title: 'The filter orders what has no order',
    why: 'gt, ge, lt and le on a boolean or binary attribute answer 400 invalidFilter.',
    source: 'RFC 7644 §3.4.2.2, table 3',
    find: (view) =>
      eachComparison(view, ({ attribute, operator }, found) => {
        const type = found && leafAttribute(found).type;
        const isUnordered = type === 'boolean' || type === 'binary';
        return hitIf(
          isUnordered && ORDERING.includes(operator),
          `${attribute} ${operator} …`,
          'filter',
        );
      }),
  },
  {
    id: 'filter-date-unreadable',
    severity: 'error',
    title: 'The filter compares a date with something that is none',
    why: 'No instant can be compared; the request answers 400 invalidFilter.',
    source: 'RFC 7643 §2.3.5',
    find: (view) =>
      eachComparison(view, ({ attribute, operator, value }, found) => {
        const isDate = found !== undefined && leafAttribute(found).type === 'dateTime';
        const isWhole = !['co', 'sw', 'ew'].includes(operator);
        const isOdd = typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value);
        const isBad = isDate && isWhole && value !== null && isOdd;
        return hitIf(isBad, `${attribute} is compared with ${showValue(value)}`, 'filter');
      }),
  },
];

export const filterRules: RuleGroup = {
  where: 'request',
  // What compares a secret has a rule of its own, which quotes nothing.
  applies: ({ search }) => search()?.filter?.isSecret === false,
  rules: [...textRules, ...nameRules, ...valueRules],
};

interface NamedAttribute {
  readonly attribute: string;
  readonly found: ResolvedAttribute | undefined;
}

/** Names inside brackets are those of sub-attributes: they are looked up below their attribute. */
function eachAttribute(
  view: ExchangeView,
  judge: (named: NamedAttribute) => readonly Hit[],
): readonly Hit[] {
  return walk(view, (node, found) =>
    node.kind === 'present' || node.kind === 'compare' || node.kind === 'value-path'
      ? judge({ attribute: node.attribute, found })
      : NO_HITS,
  );
}

function eachComparison(
  view: ExchangeView,
  judge: (node: Comparison, found: ResolvedAttribute | undefined) => readonly Hit[],
): readonly Hit[] {
  return walk(view, (node, found) => (node.kind === 'compare' ? judge(node, found) : NO_HITS));
}

type Visit = (node: FilterNode, found: ResolvedAttribute | undefined) => readonly Hit[];

function walk({ search }: ExchangeView, visit: Visit): readonly Hit[] {
  const { model, filter } = search() ?? {};
  if (model === undefined || filter?.tree === undefined) return NO_HITS;
  const resolve = (name: string) => resolveAttribute(model, name);
  return visitNode(filter.tree, resolve, visit);
}

type Resolve = (name: string) => ResolvedAttribute | undefined;

function visitNode(node: FilterNode, resolve: Resolve, visit: Visit): readonly Hit[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.terms.flatMap((term) => visitNode(term, resolve, visit));
    case 'not':
      return visitNode(node.term, resolve, visit);
    case 'present':
    case 'compare':
      return visit(node, resolve(node.attribute));
    case 'value-path': {
      const found = resolve(node.attribute);
      const own = visit(node, found);
      if (found === undefined) return own;
      const inside = (name: string) => resolve(`${node.attribute}.${name}`);
      return [...own, ...visitNode(node.filter, inside, visit)];
    }
  }
}
