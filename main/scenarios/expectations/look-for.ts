// Which function looks for which kind of expectation. Each asks the admin API and tells what it saw.
import type {
  ExpectationName,
  ExpectationOf,
  ScenarioExpectation,
} from '../../../shared/scenario/expectations.ts';
import type { Seen, World } from '../world.ts';
import { seeAnswer, seeCycle, seeJob } from './job-expectations.ts';
import { seeMapping, seeSettings } from './mapping-expectations.ts';
import { seeAudit, seeLog, seeMail } from './report-expectations.ts';
import { seeCount, seeGroup, seeRequests, seeUser } from './tenant-expectations.ts';

/** Rejects when it cannot be looked for, as where a name means nobody. */
export function lookFor(expectation: ScenarioExpectation, world: World): Promise<Seen> {
  // The function is that of this very kind; TypeScript cannot follow that through a generic index.
  const look = LOOKS[expectation.see] as (
    expectation: ScenarioExpectation,
    world: World,
  ) => Promise<Seen>;
  return look(expectation, world);
}

const LOOKS: {
  readonly [Name in ExpectationName]: (
    expectation: ExpectationOf<Name>,
    world: World,
  ) => Promise<Seen>;
} = {
  count: seeCount,
  user: seeUser,
  group: seeGroup,
  log: seeLog,
  cycle: seeCycle,
  job: seeJob,
  settings: seeSettings,
  mapping: seeMapping,
  mail: seeMail,
  requests: seeRequests,
  answer: seeAnswer,
  audit: seeAudit,
};
