// House rules that a text search can hold: where time, chance, environment and SQL may be, and that no trace of the
// machine a file was written on is left. Comments are taken out first, except where they are the point.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

const ROOT = path.join(import.meta.dirname, '..', '..');
const OUTPUT = [
  'node_modules',
  'dist',
  'dist-e2e',
  'release',
  'release-e2e',
  'test-results',
  '.git',
];

interface Rule {
  readonly title: string;
  readonly in: readonly string[];
  /** Rooms and files that may. */
  readonly not: readonly string[];
  readonly pattern: RegExp;
  /** A line the pattern must find, so that it cannot rot unseen. */
  readonly planted: string;
}

const RULES: readonly Rule[] = [
  {
    title: 'The clock is read in base only',
    in: ['main/**/*.ts'],
    not: ['main/base'],
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)/,
    planted: 'const now = Date.now();',
  },
  {
    title: 'Chance comes from base only',
    in: ['main/**/*.ts'],
    not: ['main/base'],
    pattern: /\bMath\.random\(|\brandomUUID\(/,
    planted: 'const id = randomUUID();',
  },
  {
    title: 'The environment is read at the entries only',
    in: ['main/**/*.ts', 'shared/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    not: [
      'main/server',
      'main/desktop',
      'main/checker/cli.ts',
      'main/cli/simulate.ts',
      'main/scenarios/cli.ts',
      'main/cli/admin.ts',
      'main/mcp/mcp.ts',
    ],
    pattern: /\bprocess\.env\b/,
    planted: "const port = process.env['PORT'];",
  },
  {
    title: 'SQL is written in store only',
    in: ['main/**/*.ts', 'shared/**/*.ts'],
    not: ['main/store'],
    pattern:
      /\b(?:select\s[^;'"`]*\sfrom\s|insert\s+(?:or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+(?:unique\s+)?(?:table|index)\s)/,
    planted: 'const found = db.prepare(`select id from resource where id = ?`);',
  },
];

describe('Source rules', () => {
  for (const { title, in: globs, not, pattern, planted } of RULES) {
    test(title, () => {
      const files = listFiles(globs).filter(
        (file) => !not.some((place) => file === place || file.startsWith(`${place}/`)),
      );

      const found = files.filter((file) => pattern.test(withoutComments(readText(file))));

      assert.match(planted, pattern);
      assert.notEqual(files.length, 0);
      assert.deepEqual(found, []);
    });
  }

  test('No file names a path or a package host of the machine it was written on', () => {
    const pattern = /(?<![\w.*}/)-])\/(?:work|root|home\/\w+)\/|\/\/registry\.|shared\/reference/;

    const found = listFiles(['**/*', '.*', '.ci/*']).filter((file) => pattern.test(readText(file)));

    assert.deepEqual(found, []);
  });
});

function listFiles(globs: readonly string[]): readonly string[] {
  return globSync([...globs], {
    cwd: ROOT,
    withFileTypes: true,
    exclude: (entry) => OUTPUT.includes(entry.name),
  })
    .filter((entry) => entry.isFile() && !OUTPUT.includes(entry.name)) // `.git` is a file in a linked work tree
    .map((entry) =>
      path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    )
    .filter((file) => !/\.(?:png|ico|icns)$/.test(file));
}

function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<!:)\/\/.*$/gm, '');
}
