// Scenarios: the library, runs on this server's own admin API, and recordings. @see shared/scenario/scenario-run.ts
import { describeAction } from '../../../shared/scenario/describe-action.ts';
import { describeExpectation } from '../../../shared/scenario/describe-expectation.ts';
import type {
  ScenarioDetails,
  ScenarioFile,
  ScenarioReportFile,
  ScenarioRunStart,
  ScenarioSummary,
} from '../../../shared/scenario/scenario-run.ts';
import type { ScenarioReport } from '../../../shared/scenario/report.ts';
import type { Scenario, ScenarioStep } from '../../../shared/scenario/scenario.ts';
import type { LibraryEntry } from '../../scenarios/library.ts';
import { readScenario } from '../../scenarios/read-scenario.ts';
import { recordScenario } from '../../scenarios/record-scenario.ts';
import { writeJsonReport, writeJunitReport } from '../../scenarios/write-reports.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function scenarioHandlers(dependencies: AdminAppDependencies) {
  const { scenarioRuns, scenarioRecorder, scenarioLibrary, store } = dependencies;
  return {
    listScenarios: () => ({
      scenarios: scenarioLibrary.map((entry) => summarise(entry, dependencies)),
    }),
    getScenario({ params: { id } }) {
      const { scenario, text } = findEntry(dependencies, id);
      return describeScenario(scenario, text);
    },
    checkScenario: ({ body }) => describeScenario(readFile(body), body.text),
    recordScenario({ body: { requests, title } }) {
      const ids = requests.toSorted((a, b) => a - b);
      const logged = ids.flatMap((id) => store.requestLog.get(id) ?? []);
      if (logged.length === 0) {
        throw adminFailure('not-found', 'The request log has none of these requests any more.');
      }
      const recording = recordScenario(title, logged);
      if (recording.text !== '') return recording;
      const reason = recording.left[0]?.reason ?? '';
      throw adminFailure('bad-request', `None of these requests can be sent again. ${reason}`);
    },
    listScenarioRuns: () => ({ runs: [...scenarioRuns.list()] }),
    startScenarioRun({ body: { scenario, mode, keep } }) {
      if (scenarioRecorder.state().phase === 'recording') {
        fail('conflict', 'A story is being recorded: stop the recording first.');
      }
      const run = scenarioRuns.start({ scenario: choose(dependencies, scenario), mode, keep });
      return run ?? fail('conflict', 'Another scenario is being played; end it first.');
    },
    getScenarioRun: ({ params: { id } }) => scenarioRuns.find(id) ?? noRun(id),
    stepScenarioRun({ params: { id }, body: { all } }) {
      if (scenarioRuns.find(id) === undefined) return noRun(id);
      return scenarioRuns.step(id, all) ?? fail('conflict', 'The run does not wait for a step.');
    },
    cancelScenarioRun: ({ params: { id } }) => scenarioRuns.cancel(id) ?? noRun(id),
    getScenarioReport({ params: { id }, query: { format } }) {
      const { report } = scenarioRuns.find(id) ?? noRun(id);
      return writeFile(report ?? fail('conflict', 'The run has no report yet.'), format);
    },
  } satisfies Partial<AdminHandlers>;
}

function summarise(
  { scenario: { id, title, summary, steps } }: LibraryEntry,
  { scenarioRuns }: AdminAppDependencies,
): ScenarioSummary {
  const lastRun = scenarioRuns.list().find((run) => run.scenario === id && run.state === 'ended');
  return { id, title, summary, steps: steps.length, lastRun: lastRun ?? null };
}

function describeScenario(scenario: Scenario, text: string): ScenarioDetails {
  return { scenario, steps: scenario.steps.map(describeStep), text };
}

function describeStep({ actions, expectations, screen, title, narration }: ScenarioStep) {
  return {
    title,
    narration,
    screen: screen ?? null,
    actions: actions.map(describeAction),
    expectations: expectations.map(describeExpectation),
  };
}

function findEntry({ scenarioLibrary }: AdminAppDependencies, id: string): LibraryEntry {
  const entry = scenarioLibrary.find(({ scenario }) => scenario.id === id);
  return entry ?? fail('not-found', `The library has no scenario "${id}".`);
}

function choose(
  dependencies: AdminAppDependencies,
  chosen: ScenarioRunStart['scenario'],
): Scenario {
  return 'id' in chosen ? findEntry(dependencies, chosen.id).scenario : readFile(chosen.file);
}

function readFile({ text, fileName }: ScenarioFile): Scenario {
  const read = readScenario(text, fileName);
  return read.kind === 'read' ? read.scenario : fail('bad-request', read.message);
}

const WRITERS = { json: writeJsonReport, junit: writeJunitReport } as const;

const MEDIA_TYPES = { json: 'application/json', junit: 'application/xml' } as const;

function writeFile(report: ScenarioReport, format: keyof typeof WRITERS): ScenarioReportFile {
  const extension = format === 'junit' ? 'xml' : 'json';
  return {
    fileName: `scenario-${report.scenario}.${extension}`,
    mediaType: MEDIA_TYPES[format],
    text: WRITERS[format]([report]),
  };
}

function noRun(id: string): never {
  return fail('not-found', `There is no run "${id}".`);
}

function fail(...failure: Parameters<typeof adminFailure>): never {
  throw adminFailure(...failure);
}
