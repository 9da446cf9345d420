// What an expression may go on with: functions, and attributes behind an opening bracket.
import { snippet, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { ExpressionFunction } from '../../../shared/simulator/expression/expression-function.ts';
import { EXPRESSION_FUNCTIONS } from '../../../shared/simulator/expression/functions.ts';

export function completeExpression(
  context: CompletionContext,
  attributes: readonly string[],
): CompletionResult | null {
  if (isInText(context.state.sliceDoc(0, context.pos))) return null;
  const attribute = context.matchBefore(/\[[\w ]*/);
  if (attribute !== null) {
    const hasEnd = context.state.sliceDoc(context.pos, context.pos + 1) === ']';
    return {
      from: attribute.from + 1,
      options: attributes.map((name) => ({
        label: name,
        type: 'property',
        apply: hasEnd ? name : `${name}]`,
      })),
      validFor: /^[\w ]*$/,
    };
  }
  const word = context.matchBefore(/\w+/);
  if (word === null && !context.explicit) return null;
  return { from: word?.from ?? context.pos, options: FUNCTIONS, validFor: /^\w*$/ };
}

/** An uneven number of quotation marks stands before. */
function isInText(before: string): boolean {
  return (before.replaceAll(/\\./g, '').match(/"/g) ?? []).length % 2 === 1;
}

const FUNCTIONS = EXPRESSION_FUNCTIONS.map((described) => ({
  label: described.name,
  type: 'function',
  detail: described.signature.slice(described.name.length),
  info: described.documentation,
  apply: snippet(spellSnippet(described)),
}));

/** With a field for each parameter that is required. */
function spellSnippet({ name, parameters }: ExpressionFunction): string {
  const required = parameters.filter(({ isRequired }) => isRequired);
  return `${name}(${required.map((parameter) => `\${${parameter.name}}`).join(', ')})`;
}
