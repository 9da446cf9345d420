// What a tool is, whatever protocol offers it.
import { z } from 'zod';
import type { AdminClient } from '../client/admin-client.ts';

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** What a person may want to be asked about before. */
  readonly effect: 'reads' | 'changes' | 'destroys';
  readonly input: z.ZodRawShape;
  /** Gets what the input says, parsed. What it rejects with is told to the model. */
  readonly work: (
    client: AdminClient,
    input: Readonly<Record<string, unknown>>,
  ) => Promise<unknown>;
}

export type AddTool = (tool: Tool) => void;

export const TENANT = z.string().default('default').describe('Slug of the tenant');
