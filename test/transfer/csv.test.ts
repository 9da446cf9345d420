import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readCsv } from '../../main/transfer/formats/csv-read.ts';
import { writeCsv } from '../../main/transfer/formats/csv-write.ts';
import { guardFormula, unguardFormula } from '../../main/transfer/formats/formula-guard.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import { ENTERPRISE_USER_URN } from '../../main/scim/schema/urns.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import { collect, inPieces } from '../support/transfer-file.ts';

async function read(text: string): Promise<readonly unknown[]> {
  const entries = await collect(readCsv(inPieces(text), userModel));
  return entries.map((entry) => ('resource' in entry ? entry.resource : entry));
}

function write(resources: readonly JsonObject[]): string {
  return [...writeCsv(userModel, () => resources)].join('');
}

describe('CSV files of users', () => {
  test('titles are attribute paths, short names of the enterprise extension included', async () => {
    const text =
      'userName,name.givenName,"emails[type eq ""work""].value",department,manager,active\r\n' +
      'a@x,"Ann, ""A""",a@work,R&D,boss@x,no\r\n';

    assert.deepEqual(await read(text), [
      {
        userName: 'a@x',
        name: { givenName: 'Ann, "A"' },
        emails: [{ type: 'work', value: 'a@work' }],
        [ENTERPRISE_USER_URN]: { department: 'R&D', manager: { value: 'boss@x' } },
        active: false,
      },
    ]);
  });

  test('Entra: the template for bulk creation is read, its version line left out', async () => {
    const text =
      'version:v1.0\n' +
      'Name [displayName] Required,User name [userPrincipalName] Required,' +
      'Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required,' +
      'First name [givenName],Job title [jobTitle],Usage location [usageLocation]\n' +
      'Chris Green,chris@contoso.com,myPassword1234,No,Chris,Writer,US\n';

    assert.deepEqual(await read(text), [
      {
        line: 2,
        attribute: 'Usage location [usageLocation]',
        problem: 'is no attribute; the column is left out',
        isNotice: true,
      },
      {
        displayName: 'Chris Green',
        userName: 'chris@contoso.com',
        password: 'myPassword1234',
        active: true,
        name: { givenName: 'Chris' },
        title: 'Writer',
      },
    ]);
  });

  test('a cell that its attribute cannot take is told with line and title', async () => {
    assert.deepEqual(await read('userName,active\na,perhaps\nb,true\n'), [
      { line: 2, attribute: 'active', problem: 'cannot be read from "perhaps"' },
      { userName: 'b', active: true },
    ]);
  });

  test('leading zeros, line breaks and spaces are kept', async () => {
    const user = { userName: ' 007 ', externalId: '00042', title: 'two\r\nlines', active: true };

    assert.deepEqual(await read(write([user])), [user]);
  });

  test('elements without a type of their own, and lists of lists, go as JSON', async () => {
    const users = [
      { userName: 'a', emails: [{ value: '1' }, { value: '2', type: 'work' }] },
      {
        userName: 'b',
        phoneNumbers: [
          { value: '+1', type: 'work' },
          { value: '2', type: 'work' },
        ],
      },
      { userName: 'c', emails: [{ value: 'c', type: 'work', primary: true }] },
    ];

    assert.deepEqual(await read(write(users)), users);
  });

  test('members of groups are ids with ";" between them', async () => {
    const group = { displayName: 'G', members: [{ value: 'a' }, { value: 'b', type: 'User' }] };

    const text = [...writeCsv(groupModel, () => [group])].join('');

    assert.equal(text, 'displayName,members\r\nG,"a;b"\r\n');
    const [entry] = await collect(readCsv(inPieces(text), groupModel));
    assert.deepEqual(entry, {
      line: 2,
      resource: { displayName: 'G', members: [{ value: 'a' }, { value: 'b' }] },
    });
  });

  test('no text is a formula for a spreadsheet, and every text comes back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^'*[=+\-@\t\r].*$/)), (text) => {
        assert.doesNotMatch(guardFormula(text), /^[=+\-@\t\r]/);
        assert.equal(unguardFormula(guardFormula(text)), text);
      }),
    );
  });
});
