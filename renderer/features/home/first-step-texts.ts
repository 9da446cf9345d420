// The first steps in words.
import type { FirstStep } from '../../../shared/admin/first-steps.ts';

interface StepText {
  readonly title: string;
  /** Why, and what will be seen. */
  readonly text: string;
}

export const STEP_TEXTS: Readonly<Record<FirstStep, StepText>> = {
  'send-test-request': {
    title: 'Send a test request',
    text: 'The very query that Test Connection sends, over HTTP. It shows up under Last requests.',
  },
  'create-user': {
    title: 'Create your first user',
    text: 'A user as Entra would send one, by POST to /Users. Look at it under Users afterwards.',
  },
  'simulate-cycle': {
    title: 'Run a simulated cycle',
    text: 'The Entra simulator provisions its sample people to this tenant, without a network.',
  },
  'connect-entra': {
    title: 'Press Test Connection in Entra',
    text: 'Paste Tenant URL and Secret Token there. This ticks itself when Entra has called.',
  },
  'take-snapshot': {
    title: 'Take a snapshot',
    text: 'Keeps the whole workspace as it is now, so that you can experiment and come back.',
  },
  'run-checks': {
    title: 'Run the conformance checks',
    text: 'What RFC 7643, RFC 7644 and Entra ask of a SCIM service, tried on this tenant.',
  },
};
