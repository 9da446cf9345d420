// Help: its links lead somewhere, its marks are read, its search finds.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HELP_TOPICS, searchHelp } from '../../../renderer/features/help/help-topics.ts';
import { parseHelp } from '../../../renderer/features/help/parse-help.ts';

const SCREENS = [
  '/',
  '/requests',
  '/users',
  '/groups',
  '/schema',
  '/compose',
  '/checks',
  '/scenarios',
  '/settings',
  '/help',
  '/snapshots',
  '/integration/scim',
  '/entra/overview',
  '/entra/connectivity',
  '/entra/on-demand',
  '/entra/discovery',
  '/entra/connections',
  '/entra/directory',
  '/entra/logs',
  '/entra/audit',
  '/entra/mailbox',
  '/entra/users-and-groups',
  '/entra/mapping',
];

describe('The pages of help', () => {
  test('have ids of their own', () => {
    assert.equal(new Set(HELP_TOPICS.map(({ id }) => id)).size, HELP_TOPICS.length);
  });

  test('link to screens and pages that exist', () => {
    const links = HELP_TOPICS.flatMap(({ body }) => [...body.matchAll(/\]\(([^)]+)\)/g)]);
    const lost = links
      .map(([, address = '']) => new URL(address, 'http://app'))
      .filter(({ pathname, searchParams }) => {
        const topic = searchParams.get('topic');
        const isKnown = topic === null || HELP_TOPICS.some(({ id }) => id === topic);
        return !SCREENS.includes(pathname) || !isKnown;
      });

    assert.deepEqual(lost, []);
  });

  test('leave no mark unread', () => {
    const left = HELP_TOPICS.flatMap(({ id, body }) =>
      parseHelp(body)
        .filter((block) => block.kind !== 'code')
        .filter((block) => /\*\*|\]\(|``/.test(JSON.stringify(block).replaceAll('"', '')))
        .map(() => id),
    );

    assert.deepEqual(left, []);
  });
});

describe('parseHelp', () => {
  test('reads headings, lists, tables, code and marks within a line', () => {
    const text =
      'See `id` and **that** [here](/users).\n\n## Head\n\n1. one\n2. two\n   more\n\n| a | b |\n| 1 | 2 |\n\n```\ncode | x\n```';

    assert.deepEqual(
      parseHelp(text).map((block) => block.kind),
      ['paragraph', 'heading', 'list', 'table', 'code'],
    );
    assert.deepEqual(parseHelp(text)[0], {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: 'See ' },
        { kind: 'code', text: 'id' },
        { kind: 'text', text: ' and ' },
        { kind: 'strong', text: 'that' },
        { kind: 'text', text: ' ' },
        { kind: 'link', text: 'here', address: '/users' },
        { kind: 'text', text: '.' },
      ],
    });
  });
});

describe('searchHelp', () => {
  test('pages whose title fits come first', () => {
    assert.equal(searchHelp('okta')[0]?.topic.id, 'okta');
  });

  test('every word must occur', () => {
    assert.deepEqual(searchHelp('okta zebra'), []);
  });
});
