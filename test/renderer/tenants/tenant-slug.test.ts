// Slugs that names suggest, and slugs that are refused.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  describeSlugProblem,
  suggestSlug,
} from '../../../renderer/features/tenants/tenant-slug.ts';
import { TenantSlug } from '../../../shared/admin/tenant-life.ts';

describe('suggestSlug', () => {
  for (const [name, slug] of [
    ['Contoso HR', 'contoso-hr'],
    ['  Über Demo! ', 'uber-demo'],
    ['x'.repeat(39) + ' y', 'x'.repeat(39)],
    ['日本', ''],
  ] as const) {
    test(`${JSON.stringify(name)} gives ${JSON.stringify(slug)}`, () => {
      assert.equal(suggestSlug(name), slug);
      assert.ok(slug === '' || TenantSlug.safeParse(slug).success);
    });
  }
});

describe('describeSlugProblem', () => {
  test('a slug that is taken, missing or malformed', () => {
    const problems = ['demo', '', 'De mo', 'fine'].map((slug) =>
      describeSlugProblem(slug, ['demo']),
    );

    assert.deepEqual(
      problems.map((problem) => problem !== undefined),
      [true, true, true, false],
    );
  });
});
