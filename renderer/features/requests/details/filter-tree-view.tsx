// A SCIM filter as a tree to read: what must hold together stands together.
import type { CompareOperator, FilterNode } from '../../../../shared/scim/filter-tree.ts';

const OPERATORS: Record<CompareOperator, string> = {
  eq: 'is',
  ne: 'is not',
  co: 'contains',
  sw: 'begins with',
  ew: 'ends with',
  gt: 'is greater than',
  ge: 'is at least',
  lt: 'is less than',
  le: 'is at most',
};

export function FilterTreeView({ node }: { readonly node: FilterNode }) {
  switch (node.kind) {
    case 'and':
      return <Terms title="All of" terms={node.terms} />;
    case 'or':
      return <Terms title="Any of" terms={node.terms} />;
    case 'not':
      return <Terms title="Not" terms={[node.term]} />;
    case 'present':
      return (
        <p>
          <Attribute name={node.attribute} /> has a value
        </p>
      );
    case 'compare':
      return (
        <p className="wrap-anywhere">
          <Attribute name={node.attribute} /> {OPERATORS[node.operator]}{' '}
          <code className="font-mono text-sm text-good">{JSON.stringify(node.value)}</code>
        </p>
      );
    case 'value-path':
      return <Terms title={`A value of ${node.attribute} for which`} terms={[node.filter]} />;
  }
}

function Attribute({ name }: { readonly name: string }) {
  return <code className="font-mono text-sm font-medium text-accent">{name}</code>;
}

interface TermsProps {
  readonly title: string;
  readonly terms: readonly FilterNode[];
}

function Terms({ title, terms }: TermsProps) {
  return (
    <div>
      <p className="text-ink-3">{title}</p>
      <ul className="ml-1 border-l border-line pl-3">
        {terms.map((term, index) => (
          <li key={index} className="py-px">
            <FilterTreeView node={term} />
          </li>
        ))}
      </ul>
    </div>
  );
}
