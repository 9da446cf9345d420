// Section T of the checklist: later work and events, as far as a client sees them; how events are delivered it does
// not, as the RFC leaves the receiver's address open. @see RFC 9967
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectStatus,
  expectThat,
  idOf,
  listOf,
  pick,
  skip,
  textOf,
} from '../expectations.ts';

export const asyncChecks: readonly Check[] = [
  {
    id: 'T1',
    title: 'securityEvents tells of asynchronous requests and event URIs',
    grade: 'MAY',
    source: 'RFC 9967 §4',
    run: async ({ read }) => {
      const { securityEvents } = await read('/ServiceProviderConfig');
      if (securityEvents === undefined) skip('securityEvents is not told');
      const kind = textOf(securityEvents, 'asyncRequest');
      expectThat(
        ['none', 'long', 'request'].includes(kind.toLowerCase()),
        'none, long or request',
        kind,
      );
      const uris = pick(securityEvents, 'eventUris');
      expectThat(Array.isArray(uris), 'a list eventUris', uris);
    },
  },
  {
    id: 'T2',
    title: 'Prefer: respond-async is 202 with Set-Txn and Location, or a normal answer',
    grade: 'MAY',
    source: 'RFC 9967 §2.5.1.1',
    needs: ['async'],
    run: async ({ newUser, send, userBody }) => {
      const user = await newUser();
      const { userName = '' } = user;
      const answer = await send('PUT', `/Users/${idOf(user)}`, {
        body: userBody({ userName, title: 'Later' }),
        headers: { Prefer: 'respond-async' },
      });
      if (answer.status === 200) return;
      expectStatus(answer, 202);
      expectEqual(answer.text, '', 'the body');
      for (const name of ['set-txn', 'preference-applied', 'location']) {
        expectThat(answer.headers.get(name) !== null, name, answer.headers.get(name));
      }
    },
  },
  {
    id: 'T4',
    title: 'Advertised event URIs are those of the RFC',
    grade: 'MUST',
    source: 'RFC 9967 §2',
    needs: ['async'],
    run: async ({ read }) => {
      const config = await read('/ServiceProviderConfig');
      for (const uri of listOf(config, 'securityEvents', 'eventUris')) {
        const isKnown = typeof uri === 'string' && uri.startsWith('urn:ietf:params:scim:event:');
        expectThat(isKnown, 'a URN below urn:ietf:params:scim:event', uri);
      }
    },
  },
];
