// Routes of the conformance checker. @see ./check-run.ts
import { z } from 'zod';
import {
  CheckCatalogue,
  CheckReportFile,
  CheckReportFormat,
  CheckRun,
  CheckRunDetails,
  CheckRunList,
  CheckRunStart,
} from './check-run.ts';

const nothing = z.object({});
const run = z.object({ id: z.string() });

export const checkRoutes = {
  listChecks: {
    method: 'GET',
    path: '/api/check-catalogue',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: CheckCatalogue,
  },
  listCheckRuns: {
    method: 'GET',
    path: '/api/checks',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: CheckRunList,
  },
  /** `conflict` while another run is under way. Progress comes by the live event `check-run-changed`. */
  startCheckRun: {
    method: 'POST',
    path: '/api/checks',
    params: nothing,
    query: nothing,
    body: CheckRunStart,
    response: CheckRun,
  },
  getCheckRun: {
    method: 'GET',
    path: '/api/checks/:id',
    params: run,
    query: nothing,
    body: z.undefined(),
    response: CheckRunDetails,
  },
  /** The check under way is ended and what was created deleted; the state follows by live event. */
  cancelCheckRun: {
    method: 'POST',
    path: '/api/checks/:id/cancel',
    params: run,
    query: nothing,
    body: z.undefined(),
    response: CheckRun,
  },
  /** `conflict` while the run is under way. */
  getCheckReport: {
    method: 'GET',
    path: '/api/checks/:id/report',
    params: run,
    query: z.object({ format: CheckReportFormat.default('json') }),
    body: z.undefined(),
    response: CheckReportFile,
  },
} as const;
