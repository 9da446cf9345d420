import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLogger, type Logger, type LoggerOptions } from '../../main/base/logger.ts';

describe('the logger', () => {
  test('writes a plain line with its fields', () => {
    const { logger, lines } = open('plain');

    logger.info('The server answers', { scim: 'http://127.0.0.1:1', attempts: 2 });

    assert.deepEqual(lines, [
      '2026-01-02T03:04:05.000Z info  The server answers scim=http://127.0.0.1:1 attempts=2\n',
    ]);
  });

  test('writes one JSON object a line', () => {
    const { logger, lines } = open('json');

    logger.warn('Two\nlines', { attempts: 2 });

    assert.deepEqual(lines, [
      '{"at":"2026-01-02T03:04:05.000Z","level":"warn","message":"Two\\nlines","attempts":2}\n',
    ]);
  });

  test('prints no value under a name that holds a secret', () => {
    const { logger, lines } = open('json');

    logger.info('x', { token: 'abc', secretToken: 'abc', adminKey: 'abc', Authorization: 'abc' });

    assert.equal(lines.join('').includes('abc'), false);
  });

  test('prints the stack of an error and of its cause', () => {
    const { logger, lines } = open('plain');

    logger.error('Failed', { error: new Error('outer', { cause: new Error('inner') }) });

    assert.match(lines.join(''), /Failed error=Error: outer\n[^]*Caused by Error: inner/);
  });
});

function open(format: LoggerOptions['format']): { logger: Logger; lines: readonly string[] } {
  const lines: string[] = [];
  const now = () => new Date('2026-01-02T03:04:05Z');
  return { logger: createLogger({ format, now, write: (line) => lines.push(line) }), lines };
}
