// Contrast of the tokens in every theme, computed from tokens.css (WCAG 2.2, 1.4.3 and 1.4.11).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

const CSS = readFileSync(
  path.join(import.meta.dirname, '../../../renderer/styles/tokens.css'),
  'utf8',
);

type Tokens = ReadonlyMap<string, string>;

const PLAIN = readBlock(/^:root \{/m);
const MORE = readBlock(/^:root\[data-theme='contrast'\] \{/m);

const THEMES: readonly [string, Tokens][] = [
  ['light', pick(PLAIN, 0)],
  ['dark', pick(PLAIN, 1)],
  ['high contrast, light', new Map([...pick(PLAIN, 0), ...pick(MORE, 0)])],
  ['high contrast, dark', new Map([...pick(PLAIN, 1), ...pick(MORE, 1)])],
];

const SURFACES = ['surface-0', 'surface-1', 'surface-2', 'surface-3'];

/** Text and what it stands on. */
const TEXT: readonly [string, readonly string[]][] = [
  ['ink-1', [...SURFACES, 'accent-soft', 'good-soft', 'warn-soft', 'bad-soft']],
  ['ink-2', [...SURFACES, 'accent-soft', 'warn-soft']],
  ['ink-3', SURFACES],
  ['accent', [...SURFACES, 'accent-soft']],
  ['good', ['surface-0', 'surface-1', 'surface-2', 'good-soft']],
  ['warn', ['surface-0', 'surface-1', 'surface-2', 'warn-soft']],
  ['bad', ['surface-0', 'surface-1', 'surface-2', 'bad-soft']],
  ['violet', ['surface-0', 'surface-1', 'surface-2']],
  ['on-accent', ['accent-fill', 'accent-fill-hover', 'bad-fill', 'bad-fill-hover']],
  ['on-label', ['label-blue', 'label-green', 'label-amber', 'label-red', 'label-violet']],
];

/** Borders of controls, focus, and marks that mean something. */
const PARTS: readonly [string, readonly string[]][] = [
  ['line-strong', SURFACES.slice(0, 3)],
  ['focus', SURFACES],
  ['accent-fill', ['surface-0', 'surface-1']],
  ['good', ['surface-0', 'surface-1']],
  ['warn', ['surface-0', 'surface-1']],
  ...['blue', 'green', 'amber', 'red', 'violet'].map((colour): [string, readonly string[]] => [
    `label-${colour}`,
    ['surface-0', 'surface-1'],
  ]),
];

for (const [theme, tokens] of THEMES) {
  describe(`Contrast (${theme})`, () => {
    test('text has 4.5:1', () => assert.deepEqual(tooWeak(tokens, TEXT, 4.5), []));

    test('borders of controls, focus and marks have 3:1', () => {
      assert.deepEqual(tooWeak(tokens, PARTS, 3), []);
    });
  });
}

test('what the system asks for by prefers-contrast is the high contrast theme', () => {
  const asked = readBlock(/@media \(prefers-contrast: more\) \{\s*:root \{/);

  assert.deepEqual([...asked], [...MORE]);
});

function readBlock(start: RegExp): Tokens {
  const found = start.exec(CSS);
  assert.ok(found !== null, String(start));
  const from = found.index + found[0].length;
  const block = CSS.slice(from, CSS.indexOf('}', from));
  const pairs = [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)];
  return new Map(pairs.map(([, name = '', value = '']) => [name, value.trim()]));
}

/** The light (0) or the dark (1) half of `light-dark(…)`; plain colours stay; other values are left out. */
function pick(tokens: Tokens, half: 0 | 1): Tokens {
  const picked = [...tokens].flatMap(([name, value]): [string, string][] => {
    const [, light = value, dark = value] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
    const colour = half === 0 ? light : dark;
    return /^#[0-9a-f]{6}$/i.test(colour) ? [[name, colour]] : [];
  });
  return new Map(picked);
}

function tooWeak(
  tokens: Tokens,
  pairs: readonly [string, readonly string[]][],
  least: number,
): readonly string[] {
  return pairs.flatMap(([front, backs]) =>
    backs
      .map((back) => ({ back, ratio: contrast(colourOf(tokens, front), colourOf(tokens, back)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`),
  );
}

function colourOf(tokens: Tokens, name: string): string {
  const colour = tokens.get(name);
  assert.ok(colour !== undefined, `there is no colour --${name}`);
  return colour;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
