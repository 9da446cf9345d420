// Routes of scenarios. @see ./scenario-run.ts
import { z } from 'zod';
import {
  RecordedStory,
  ScenarioRecorderStart,
  ScenarioRecorderState,
  ScenarioRecorderStop,
} from './scenario-recorder.ts';
import {
  ScenarioDetails,
  ScenarioFile,
  ScenarioLibrary,
  ScenarioRecording,
  ScenarioRecordingOrder,
  ScenarioReportFile,
  ScenarioReportFormat,
  ScenarioRun,
  ScenarioRunDetails,
  ScenarioRunList,
  ScenarioRunStart,
} from './scenario-run.ts';

const nothing = z.object({});
const one = z.object({ id: z.string() });

export const scenarioRoutes = {
  listScenarios: {
    method: 'GET',
    path: '/api/scenarios',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: ScenarioLibrary,
  },
  getScenario: {
    method: 'GET',
    path: '/api/scenarios/:id',
    params: one,
    query: nothing,
    body: z.undefined(),
    response: ScenarioDetails,
  },
  /** `bad-request` with file, line and step of all that is wrong. */
  checkScenario: {
    method: 'POST',
    path: '/api/scenario-files',
    params: nothing,
    query: nothing,
    body: ScenarioFile,
    response: ScenarioDetails,
  },
  /** A file that sends the requests again and expects the same answers. Nothing is kept of it here. */
  recordScenario: {
    method: 'POST',
    path: '/api/scenario-recordings',
    params: nothing,
    query: nothing,
    body: ScenarioRecordingOrder,
    response: ScenarioRecording,
  },
  listScenarioRuns: {
    method: 'GET',
    path: '/api/scenario-runs',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: ScenarioRunList,
  },
  /** `conflict` while another run is under way. Progress comes by the live event `scenario-run-changed`. */
  startScenarioRun: {
    method: 'POST',
    path: '/api/scenario-runs',
    params: nothing,
    query: nothing,
    body: ScenarioRunStart,
    response: ScenarioRun,
  },
  getScenarioRun: {
    method: 'GET',
    path: '/api/scenario-runs/:id',
    params: one,
    query: nothing,
    body: z.undefined(),
    response: ScenarioRunDetails,
  },
  /** The next step of a run that waits; `all`: every step that is left. `conflict` while a step is under way. */
  stepScenarioRun: {
    method: 'POST',
    path: '/api/scenario-runs/:id/step',
    params: one,
    query: nothing,
    body: z.object({ all: z.boolean().default(false) }),
    response: ScenarioRun,
  },
  /** The action under way is ended and what was made removed; the state follows by live event. */
  cancelScenarioRun: {
    method: 'POST',
    path: '/api/scenario-runs/:id/cancel',
    params: one,
    query: nothing,
    body: z.undefined(),
    response: ScenarioRun,
  },
  /** `conflict` until the run has ended. */
  getScenarioReport: {
    method: 'GET',
    path: '/api/scenario-runs/:id/report',
    params: one,
    query: z.object({ format: ScenarioReportFormat.default('json') }),
    body: z.undefined(),
    response: ScenarioReportFile,
  },
  getScenarioRecorder: {
    method: 'GET',
    path: '/api/scenario-recorder',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: ScenarioRecorderState,
  },
  /**
   * From now on, what is done to the directory, the application, its job and the clock becomes the steps of a story.
   * `conflict` while it records, while an interrupted recording is kept, and while a scenario is played.
   */
  startScenarioRecorder: {
    method: 'POST',
    path: '/api/scenario-recorder/start',
    params: nothing,
    query: nothing,
    body: ScenarioRecorderStart.prefault({}),
    response: ScenarioRecorderState,
  },
  /** The story as a file; nothing is kept of it here. `conflict` while nothing was recorded. */
  stopScenarioRecorder: {
    method: 'POST',
    path: '/api/scenario-recorder/stop',
    params: nothing,
    query: nothing,
    body: ScenarioRecorderStop.prefault({}),
    response: RecordedStory,
  },
  discardScenarioRecorder: {
    method: 'POST',
    path: '/api/scenario-recorder/discard',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: ScenarioRecorderState,
  },
} as const;
