// `npm test`: every check and test in one run, the last line of which is "N passed, N failed, N skipped".
// A failing step never stops the next one, so that one run tells everything. What this machine cannot run is skipped
// with its reason and counted; with CI=true such a skip is a failure.
// For developers: `npm test -- --only=unit,browser --name="creates a user"`.
import { parseArgs } from 'node:util';
import { createReport } from './run/report.ts';
import { STEPS, type StepName } from './run/steps.ts';

process.exitCode = await runSuite(process.argv.slice(2));

async function runSuite(argv: readonly string[]): Promise<number> {
  const chosen = chooseSteps(argv);
  if ('problem' in chosen) {
    console.error(chosen.problem);
    return 2;
  }
  const report = createReport({ isStrict: Boolean(process.env['CI']) });
  for (const step of STEPS.filter(({ name }) => chosen.names.has(name))) {
    report.begin(step.title);
    report.end(await step.run({ name: chosen.pattern }));
  }
  return report.close();
}

type Choice =
  | { readonly names: ReadonlySet<StepName>; readonly pattern: string | undefined }
  | { readonly problem: string };

function chooseSteps(argv: readonly string[]): Choice {
  const { values } = parseArgs({
    args: [...argv],
    options: { only: { type: 'string' }, name: { type: 'string' } },
  });
  const known = STEPS.map(({ name }) => name);
  const asked = values.only?.split(',') ?? known;
  const names = new Set(known.filter((name) => asked.includes(name)));
  const unknown = asked.filter((name) => !known.some((step) => step === name));
  if (unknown.length > 0) {
    return { problem: `no step "${unknown.join(', ')}"; there is ${known.join(', ')}` };
  }
  // Browser, desktop and protocol tests run what the build made.
  if (['unit', 'protocol', 'browser', 'desktop'].some((name) => asked.includes(name))) {
    names.add('build');
  }
  return { names, pattern: values.name };
}
