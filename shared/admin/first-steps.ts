// What somebody new does first with a tenant. A step is done when it has really happened, and stays done.
import { z } from 'zod';

/**
 * send-test-request: a Test Connection query has come, from wherever; create-user: a user was made;
 * simulate-cycle: the Entra simulator has provisioned to the tenant;
 * connect-entra: a Test Connection has come from what looks like Entra; take-snapshot: of the workspace;
 * run-checks: the conformance checker was run against the tenant.
 */
export const FirstStep = z.enum([
  'send-test-request',
  'create-user',
  'simulate-cycle',
  'connect-entra',
  'take-snapshot',
  'run-checks',
]);
export type FirstStep = z.infer<typeof FirstStep>;

/** In the order in which they are best taken. */
export const FirstSteps = z.object({
  steps: z.array(z.object({ step: FirstStep, isDone: z.boolean() })),
});
export type FirstSteps = z.infer<typeof FirstSteps>;
