// The import table is law. A tool that silently reads nothing would praise anything, so the test first shows that all
// files were read and that planted violations are found.
import assert from 'node:assert/strict';
import { globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { cruiseRooms } from './cruise-rooms.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const FOLDERS = ['shared', 'main', 'renderer'];

describe('The import law', () => {
  test('holds in every room, every source file read', async () => {
    const sources = globSync(['shared/**/*.ts', 'main/**/*.{ts,mjs}', 'renderer/**/*.{ts,tsx}'], {
      cwd: ROOT,
    });

    const { modules, violations } = await cruiseRooms(ROOT, FOLDERS);

    assert.deepEqual(violations, []);
    const unread = sources
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !modules.includes(file));
    assert.deepEqual(unread, []);
  });

  test('finds what is planted: values, types, packages, Node modules, cycles, unknown rooms', async (t) => {
    const tree = plantTree({
      'main/base/clock.ts': "export const now = 'now';\n",
      'main/store/rows.ts':
        'export interface Row { readonly id: string }\nexport const rows = [];\n',
      'main/scim/value.ts':
        "import { rows } from '../store/rows.ts';\nexport const value = rows;\n",
      'main/scim/type.ts':
        "import type { Row } from '../store/rows.ts';\nexport type Copy = Row;\n",
      'main/scim/node.ts': "import { join } from 'node:path';\nexport const place = join;\n",
      'main/scim/fine.ts': "import { now } from '../base/clock.ts';\nexport const then = now;\n",
      'main/provider/web.ts': "import express from 'express';\nexport const app = express;\n",
      'main/simulator/peek.ts':
        "import { then } from '../scim/fine.ts';\nexport const peek = then;\n",
      'main/attic/old.ts': "import { now } from '../base/clock.ts';\nexport const old = now;\n",
      'shared/one.ts': "import { two } from './two.ts';\nexport const one = (): unknown => two;\n",
      'shared/two.ts': "import { one } from './one.ts';\nexport const two = (): unknown => one;\n",
      'renderer/app.tsx':
        "import { now } from '../main/base/clock.ts';\nexport const App = () => now;\n",
    });
    t.after(() => rmSync(tree, { recursive: true }));

    const { violations } = await cruiseRooms(tree, FOLDERS);

    const found = violations.map((line) => line.replace(/ -> .*: /, ': ')).sort();
    assert.deepEqual(found, [
      'main/attic/old.ts: no-unknown-room',
      'main/provider/web.ts: main/provider imports what its row allows',
      'main/scim/node.ts: main/scim does without Node',
      'main/scim/type.ts: main/scim imports what its row allows',
      'main/scim/value.ts: main/scim imports what its row allows',
      'main/simulator/peek.ts: main/simulator imports what its row allows',
      'renderer/app.tsx: renderer imports what its row allows',
      'shared/one.ts: no-cycle',
    ]);
  });
});

function plantTree(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(path.join(os.tmpdir(), 'scim-mock-law-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'), 'junction');
  return tree;
}
