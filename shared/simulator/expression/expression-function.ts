// How a function of the expression language is described: what the check of arguments, completion, signature help and
// the catalogue of the admin API are made from.
import { z } from 'zod';

export const FunctionGroup = z.enum([
  'Text',
  'Logic',
  'Numbers',
  'Dates',
  'Multi-valued',
  'Encoding',
  'Roles',
  'Creation only',
]);
export type FunctionGroup = z.infer<typeof FunctionGroup>;

export const FunctionParameter = z.object({
  name: z.string(),
  isRequired: z.boolean(),
  /** It and what stands after it may be written again and again. */
  isRepeating: z.boolean(),
});
export type FunctionParameter = z.infer<typeof FunctionParameter>;

export const ExpressionFunction = z.object({
  name: z.string(),
  group: FunctionGroup,
  /** `Left(string, numChars)`; optional parameters in brackets. */
  signature: z.string(),
  parameters: z.array(FunctionParameter),
  returns: z.string(),
  documentation: z.string(),
  example: z.object({ expression: z.string(), result: z.string() }),
});
export type ExpressionFunction = z.infer<typeof ExpressionFunction>;

interface Description {
  /** `source, suffix`; an optional one ends in `?`, one that repeats begins with `...`. */
  readonly parameters: string;
  readonly returns: string;
  readonly documentation: string;
  /** An expression and what it gives. */
  readonly example: readonly [string, string];
}

export function describeFunctions(
  group: FunctionGroup,
  functions: Readonly<Record<string, Description>>,
): ExpressionFunction[] {
  return Object.entries(functions).map(([name, { parameters, example, ...rest }]) => {
    const list = parameters === '' ? [] : parameters.split(', ').map(readParameter);
    const [expression, result] = example;
    return {
      name,
      group,
      signature: `${name}(${list.map(spellParameter).join(', ')})`,
      parameters: list,
      ...rest,
      example: { expression, result },
    };
  });
}

function readParameter(text: string): FunctionParameter {
  return {
    name: text.replace(/^\.\.\./, '').replace(/\?$/, ''),
    isRequired: !text.endsWith('?'),
    isRepeating: text.startsWith('...'),
  };
}

function spellParameter({ name, isRequired, isRepeating }: FunctionParameter): string {
  const spelt = isRepeating ? `${name}…` : name;
  return isRequired ? spelt : `[${spelt}]`;
}
