// Where a value was read: its name in errors, and the tenant's switches that say what is tolerated there.
import type { Profile } from '../../../shared/scim/profile/switches.ts';

export interface ValuePlace {
  /** Names the attribute path: `Operations[2].value: emails[0].value`. */
  readonly label: string;
  readonly profile: Profile;
}

/** The place of something inside: `step` reads `.value` or `[0]`. */
export function inside({ label, profile }: ValuePlace, step: string): ValuePlace {
  return { label: `${label}${step}`, profile };
}
