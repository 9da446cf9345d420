// One check: a claim about a SCIM service provider that can be decided from outside, with what it rests on.
import type { CheckGrade, CheckPreset } from '../../shared/checker/report.ts';
import type { Capability } from './capability.ts';
import type { Session } from './session.ts';

export interface Check {
  /** Letter of the section and a number, such as `F6`. */
  readonly id: string;
  /** What is claimed, in one sentence without a full stop. */
  readonly title: string;
  readonly grade: CheckGrade;
  /** The clause or vendor page. */
  readonly source: string;
  /** Skipped where the service provider says that it cannot do this. */
  readonly needs?: readonly Capability[];
  /** Skipped under the other preset, where the claim does not hold. */
  readonly preset?: CheckPreset;
  /** Returns when the claim holds; throws what `fail` and `skip` of ./expectations.ts throw. */
  readonly run: (session: Session) => Promise<void>;
}
