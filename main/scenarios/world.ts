// What a run of a scenario works in: a tenant, an application and people that are its own, and what it remembers of them.
import type { Scenario } from '../../shared/scenario/scenario.ts';
import type { AdminClient } from '../client/admin-client.ts';
import type { Names } from './names.ts';
import type { Random } from './random.ts';

export interface World {
  readonly scenario: Scenario;
  readonly client: AdminClient;
  readonly signal: AbortSignal;
  /** Slug of the tenant. */
  readonly tenant: string;
  /** Of the application, which is its service principal's id. */
  readonly application: string;
  /** Of the userPrincipalNames: no other run has it at the same time. */
  readonly domain: string;
  readonly names: Names;
  readonly random: Random;
  /** How far logs had come when the scenario and when the step began. */
  readonly marks: { scenario: Mark; step: Mark };
  /** What came of the step's last question. */
  answer: Answer | undefined;
}

export interface Mark {
  /** Id of the newest request. */
  readonly request: number;
  /** Number of the newest entry of the provisioning log; 0: there is none. */
  readonly logEntry: number;
  /** Ids of the newest mail and entry of the audit log. */
  readonly mail: string | null;
  readonly audit: string | null;
}

export interface Answer {
  readonly succeeded: boolean;
  /** HTTP status of a request that was sent by hand. */
  readonly status: number | null;
  readonly text: string;
  readonly discovered: Readonly<Record<'local' | 'unassigned' | 'assigned', number>> | null;
}

/** What an expectation found. */
export interface Seen {
  readonly passed: boolean;
  readonly seen: string;
}
