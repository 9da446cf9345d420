// What a run of a scenario has made and changed so far: kept by the server, so that what a run leaves behind that ended with
// its server is removed when it starts again. Nothing else is ever in it.
import { z } from 'zod';
import { SimulatorClock } from '../simulator/job-run.ts';

export const ScenarioRemains = z.object({
  /** As it was before the run. */
  clock: SimulatorClock,
  /** Applications of others whose jobs are stopped for as long. */
  stopped: z.array(z.string()),
  /** Slug. */
  tenant: z.string().nullable(),
  application: z.string().nullable(),
  objects: z.array(
    z.object({
      type: z.enum(['User', 'Group']),
      objectId: z.string(),
      displayName: z.string(),
    }),
  ),
});
export type ScenarioRemains = z.infer<typeof ScenarioRemains>;
