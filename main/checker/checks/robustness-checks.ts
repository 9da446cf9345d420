// Section Z of the checklist: several clients at once, hostile bodies, odd methods. @see RFC 7644 §6, §7
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectList,
  expectNoCrash,
  expectObject,
  expectRefused,
  expectStatus,
  expectThat,
  idOf,
  listOf,
  skip,
  textOf,
} from '../expectations.ts';

export const robustnessChecks: readonly Check[] = [
  {
    id: 'Z1',
    title: 'Resources of one tenant are not seen by another',
    grade: 'MAY',
    source: 'RFC 7644 §6',
    run: async ({ supplies, newUser }) => {
      const { send } =
        supplies.otherTenant ?? skip('needs the address and token of a second tenant');
      const ready = await send('GET', '/Users?count=1');
      if (ready.status !== 200) skip(`the second tenant answers ${ready.status}`);
      const user = await newUser();
      expectStatus(await send('GET', `/Users/${idOf(user)}`), 404);
      const filter = encodeURIComponent(`userName eq "${textOf(user, 'userName')}"`);
      expectEqual(
        expectList(await send('GET', `/Users?filter=${filter}`)).length,
        0,
        'users found',
      );
    },
  },
  {
    id: 'Z2',
    title: 'Members added at the same time are all kept',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.5.2.1',
    needs: ['patch'],
    run: async ({ newUser, newGroup, patch, read }) => {
      const users = [await newUser(), await newUser(), await newUser(), await newUser()];
      const group = await newGroup();
      const path = `/Groups/${idOf(group)}`;
      const answers = await Promise.all(
        users.map((user) =>
          patch(path, { op: 'add', path: 'members', value: [{ value: idOf(user) }] }),
        ),
      );
      for (const answer of answers) expectStatus(answer, 200, 204);
      const members = listOf(await read(`${path}?attributes=members`), 'members');
      expectEqual(members.length, users.length, 'members');
    },
  },
  {
    id: 'Z4',
    title: 'Deep, doubled and reserved keys and long texts break nothing',
    grade: 'SHOULD',
    source: 'RFC 8259 §9, RFC 7644 §3.12',
    run: async ({ send, userBody, get, newName }) => {
      const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
      const name = newName('keys');
      const bodies = [
        `${JSON.stringify(userBody()).slice(0, -1)},"name":${deep}}`,
        `${JSON.stringify(userBody({ userName: name })).slice(0, -1)},"__proto__":{"isAdmin":true}}`,
        `${JSON.stringify(userBody()).slice(0, -1)},"active":true,"active":false}`,
        JSON.stringify(userBody({ nickName: 'n'.repeat(500_000) })),
      ];
      for (const body of bodies) expectNoCrash(await send('POST', '/Users', { body }));
      const answer = expectStatus(await get('/Users?count=1'), 200);
      expectThat(!('isAdmin' in expectObject(answer)), 'an unchanged prototype', answer.body);
    },
  },
  {
    id: 'Z5',
    title: 'HEAD and OPTIONS are answered without a fault',
    grade: 'SHOULD',
    source: 'RFC 9110 §9.3.2, §9.3.7',
    run: async ({ send }) => {
      for (const method of ['HEAD', 'OPTIONS']) expectNoCrash(await send(method, '/Users?count=1'));
    },
  },
  {
    id: 'Z6',
    title: 'userName is compared in one prepared form of Unicode',
    grade: 'SHOULD',
    source: 'RFC 7644 §5, RFC 8265 §3.4',
    run: async ({ newUser, post, userBody, newName }) => {
      const stem = newName('jose');
      await newUser({ userName: `${stem}\u0301@check.example`.normalize('NFC') });
      const decomposed = `${stem}\u0301@check.example`.normalize('NFD');
      const again = await post('/Users', userBody({ userName: decomposed }));
      expectRefused(again);
      expectStatus(again, 409);
    },
  },
];
