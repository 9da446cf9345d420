// `npm ci` refuses a lockfile that lacks the other platforms' optional packages, and npm forgets them where a registry
// does not carry them: the file would then work for its writer alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

const file = path.join(import.meta.dirname, '..', '..', 'package-lock.json');
const { packages } = Lockfile.parse(JSON.parse(readFileSync(file, 'utf8')));

test('The lockfile has an entry for every platform’s optional package', () => {
  const wanted = Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ place, name })),
  );

  const missing = wanted.filter(({ place, name }) => !isReachable(place, name));

  assert.notEqual(wanted.length, 0);
  assert.deepEqual(missing, []);
});

test('The lockfile names no package host', () => {
  const hosts = Object.values(packages).filter(({ resolved, link }) => resolved && !link);

  assert.deepEqual(hosts, []);
});

/** As Node looks a package up: in the folder itself, then in each one above. */
function isReachable(place: string, name: string): boolean {
  const steps = place === '' ? [] : place.split(/(?<=.)\/(?=node_modules\/)/);
  return Array.from({ length: steps.length + 1 }, (_, up) => steps.slice(0, up)).some(
    (above) => [...above, `node_modules/${name}`].join('/') in packages,
  );
}
