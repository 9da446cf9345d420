// Reads the imports of a source tree with dependency-cruiser and judges them by the import table.
// TypeScript 7 has no compiler API: without the swc parser the tool would read nothing and report success.
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import { importRules } from './import-table.ts';

export interface Cruise {
  /** Files of ours that were read. */
  readonly modules: readonly string[];
  /** `from -> to: rule`, one line each. */
  readonly violations: readonly string[];
}

/** `baseDir` is a folder laid out like the repository: shared, main, renderer. */
export async function cruiseRooms(baseDir: string, folders: readonly string[]): Promise<Cruise> {
  const { output } = await cruise(
    [...folders],
    {
      baseDir,
      parser: 'swc',
      ruleSet: { forbidden: importRules() },
      validate: true,
      doNotFollow: { path: 'node_modules' },
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  );
  // Without an output type the tool answers with its result object, never with text.
  const result = output as ICruiseResult;
  return {
    modules: result.modules
      .map(({ source }) => source)
      .filter((file) => folders.some((folder) => file.startsWith(`${folder}/`))),
    violations: result.summary.violations.map(describeViolation),
  };
}

function describeViolation({ from, to, rule }: IViolation): string {
  return `${from} -> ${to}: ${rule.name}`;
}
