// RFC 7644 §7.5.2: secrets stay out of URLs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refuseSensitive } from '../../../main/scim/query/refuse-sensitive.ts';
import { resourceModels } from '../../../main/scim/schema/resource-models.ts';
import { USER_URN } from '../../../main/scim/schema/urns.ts';

describe('a filter in a URL', () => {
  const refused = [
    'password eq "s3cret"',
    'PassWord sw s',
    `${USER_URN}:password eq "s3cret"`,
    'userName eq "ada" and not (active eq true or password eq "s3cret")',
    'password[value eq "s3cret"]',
    'password pr',
  ];
  for (const filter of refused) {
    test(`N6 ${filter} is 403 sensitive`, () => {
      assert.throws(() => refuseSensitive(filter, resourceModels), {
        status: 403,
        scimType: 'sensitive',
        detail: /password" is a secret, which must not stand in a URL$/i,
      });
    });
  }

  for (const filter of ['userName eq "password"', 'emails[type eq "password"]', 'eq eq eq', '']) {
    test(`N6 ${JSON.stringify(filter)} may stand there`, () => {
      refuseSensitive(filter, resourceModels);
    });
  }
});
