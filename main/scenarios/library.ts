// The scenarios that come with the app: files in `library/`, beside this file as source and beside its bundle when built.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import { readScenario } from './read-scenario.ts';

export interface LibraryEntry {
  readonly scenario: Scenario;
  readonly fileName: string;
  readonly text: string;
}

/** As source, of an entry of the build, and of a chunk of it. */
const PLACES = ['./library', './scenarios', '../scenarios'];

/** Files are called `01-velpic.yaml`: the number is their place in the list. */
export function readLibrary(): readonly LibraryEntry[] {
  const folder = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(
    (place) => existsSync(place) && readdirSync(place).some(isScenarioFile),
  );
  if (folder === undefined) throw new Error('The library of scenarios is missing from this build.');
  return readdirSync(folder)
    .filter(isScenarioFile)
    .toSorted()
    .map((fileName) => readEntry(path.join(folder, fileName), fileName));
}

function isScenarioFile(name: string): boolean {
  return name.endsWith('.yaml');
}

function readEntry(place: string, fileName: string): LibraryEntry {
  const text = readFileSync(place, 'utf8');
  const read = readScenario(text, fileName);
  if (read.kind === 'wrong') throw new Error(read.message);
  return { scenario: read.scenario, fileName, text };
}
