// An expression as text again, in one spelling: a space after each comma and around comparisons.
import type { ExpressionNode } from './expression-tree.ts';

export function printExpression(node: ExpressionNode): string {
  switch (node.kind) {
    case 'call':
      return `${node.name}(${node.args.map((arg) => (arg === null ? '' : printExpression(arg))).join(', ')})`;
    case 'attribute':
      return `[${node.name}]`;
    case 'text':
      return `"${node.value.replaceAll(/[\\"]/g, '\\$&')}"`;
    case 'number':
      return node.text;
    case 'constant':
      return node.name;
    case 'compare':
      return `${printExpression(node.left)} ${node.operator} ${printExpression(node.right)}`;
  }
}
