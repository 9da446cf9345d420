// The tree that an expression parses to. Positions are offsets in the text: `start` inclusive, `end` exclusive.

export type CompareOperator = '=' | '<>' | '>' | '>=' | '<' | '<=';

interface Placed {
  readonly start: number;
  readonly end: number;
}

export interface CallNode extends Placed {
  readonly kind: 'call';
  readonly name: string;
  /** Null: left empty between commas. */
  readonly args: readonly (ExpressionNode | null)[];
}

export interface AttributeNode extends Placed {
  readonly kind: 'attribute';
  readonly name: string;
}

export type ExpressionNode =
  | CallNode
  | AttributeNode
  | (Placed & { readonly kind: 'text'; readonly value: string })
  /** `text` as it was written, `&HF7`; whole numbers beyond 2^53 stay exact. */
  | (Placed & { readonly kind: 'number'; readonly value: number | bigint; readonly text: string })
  /** A word that stands for itself, such as `vbBinaryCompare`. */
  | (Placed & { readonly kind: 'constant'; readonly name: string })
  | (Placed & {
      readonly kind: 'compare';
      readonly operator: CompareOperator;
      readonly left: ExpressionNode;
      readonly right: ExpressionNode;
    });

/** The node and all below it, parents first. */
export function* walkExpression(node: ExpressionNode): Generator<ExpressionNode> {
  yield node;
  if (node.kind === 'call') {
    for (const arg of node.args) if (arg !== null) yield* walkExpression(arg);
  } else if (node.kind === 'compare') {
    yield* walkExpression(node.left);
    yield* walkExpression(node.right);
  }
}
