// The packages that the app is built from: written by the build as licences.json beside the UI.
import { z } from 'zod';

export const Licence = z.object({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  /** The licence file of the package; empty where it has none. */
  text: z.string(),
});
export type Licence = z.infer<typeof Licence>;

export const LicenceFile = z.object({ packages: z.array(Licence) });
