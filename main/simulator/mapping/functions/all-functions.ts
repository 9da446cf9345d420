// What every function of the expression language does, by its name.
import type { FunctionBody } from '../function-call.ts';
import { DATE_BODIES } from './date-functions.ts';
import { LIST_BODIES } from './list-functions.ts';
import { LOGIC_BODIES } from './logic-functions.ts';
import { REPLACE_BODIES } from './replace-function.ts';
import { TEXT_BODIES } from './text-functions.ts';

export const FUNCTION_BODIES: ReadonlyMap<string, FunctionBody> = new Map(
  Object.entries<FunctionBody>({
    ...TEXT_BODIES,
    ...REPLACE_BODIES,
    ...LOGIC_BODIES,
    ...DATE_BODIES,
    ...LIST_BODIES,
  }),
);
