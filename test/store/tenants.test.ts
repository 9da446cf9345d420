// Tenants: their token, public URL and profile, and what they hold.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { DEFAULT_PROFILE, type ProfileSetting } from '../../shared/scim/profile/profile-setting.ts';
import { presets } from '../../shared/scim/profile/presets.ts';
import { createGroup, createUser, openContext } from '../support/open-context.ts';

describe('a tenant', () => {
  test('is found by its slug with all it was given', (t) => {
    const { tenants } = openContext(t).store;
    const profileSetting: ProfileSetting = {
      preset: 'microsoft-reference',
      overrides: { uniqueGroupDisplayName: false },
    };

    const created = tenants.create({
      slug: 'two',
      name: 'Two',
      secretToken: 'token',
      profileSetting,
    });

    assert.deepEqual(tenants.find('two'), {
      id: 2,
      slug: 'two',
      name: 'Two',
      publicUrl: null,
      forwardedUrl: null,
      profileSetting,
      profile: {
        ...DEFAULT_PROFILE,
        ...presets['microsoft-reference'].differences,
        uniqueGroupDisplayName: false,
      },
      secretToken: 'token',
      created: '2026-01-01T00:00:01.000Z',
    });
    assert.deepEqual(created, tenants.find('two'));
    assert.equal(tenants.find('three'), undefined);
  });

  test('changes what an update names and nothing else', (t) => {
    const { context, store } = openContext(t);

    const updated = store.tenants.update(context.tenant, { publicUrl: 'https://x.test' });

    assert.deepEqual(updated, { ...context.tenant, publicUrl: 'https://x.test' });
    assert.deepEqual(store.tenants.list(), [updated]);
  });

  test('counts what it holds: a user is active unless it was set inactive', (t) => {
    const { context, store } = openContext(t);
    createUser(context, 'ada', { active: true });
    createUser(context, 'bob', { active: false });
    createUser(context, 'eve');
    createGroup(context, 'Sales', ['id-1', 'id-2']);

    assert.deepEqual(store.tenants.counts(context.tenant), {
      users: 3,
      activeUsers: 2,
      groups: 1,
      memberships: 2,
    });
  });
});
