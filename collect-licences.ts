// The licences of what the app is built from: the packages that ship with the server, theirs in turn, and those whose
// modules the UI bundle holds. The build of the UI writes them beside it, where Help shows them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Licence } from './shared/licences.ts';

const PackageFile = z.object({
  version: z.string().default(''),
  license: z.string().default('See its text').catch('See its text'),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** `modules`: paths of bundled modules. In order of the names. */
export function collectLicences(root: string, modules: Iterable<string>): readonly Licence[] {
  const bundled = [...modules].flatMap((module) => packageOfModule(module) ?? []);
  const { dependencies } = readPackage(root);
  const shipped = new Set<string>();
  for (const name of Object.keys(dependencies)) addWithDependencies(root, name, shipped);
  const names = [...new Set([...bundled, ...shipped])].sort();
  return names.flatMap((name) => {
    const folder = path.join(root, 'node_modules', name);
    return existsSync(path.join(folder, 'package.json')) ? [describePackage(name, folder)] : [];
  });
}

function packageOfModule(module: string): string | undefined {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1];
}

function addWithDependencies(root: string, name: string, names: Set<string>): void {
  const folder = path.join(root, 'node_modules', name);
  if (names.has(name) || !existsSync(path.join(folder, 'package.json'))) return;
  names.add(name);
  for (const next of Object.keys(readPackage(folder).dependencies)) {
    addWithDependencies(root, next, names);
  }
}

function describePackage(name: string, folder: string): Licence {
  const { version, license } = readPackage(folder);
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(one));
  const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim();
  return { name, version, licence: license, text };
}

function readPackage(folder: string) {
  return PackageFile.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
}
