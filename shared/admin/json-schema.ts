// zod schemas of plain JSON, typed as in ../scim/json.ts.
import { z } from 'zod';
import type { JsonObject as Obj, JsonValue as Val } from '../scim/json.ts';

export const JsonValue: z.ZodType<Val, Val> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(JsonValue),
    z.record(z.string(), JsonValue),
  ]),
);

export const JsonObject: z.ZodType<Obj, Obj> = z.record(z.string(), JsonValue);
