// Lines for the person who runs the server, on a stream of their own (stderr): stdout belongs to the ready line.
// Values under names that hold secrets are never printed.

export type LogLevel = 'info' | 'warn' | 'error';

export type LogFields = Readonly<Record<string, unknown>>;

export interface Logger {
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  /** Fields named `error` are printed with their stack and causes. */
  readonly error: (message: string, fields?: LogFields) => void;
}

export interface LoggerOptions {
  readonly format: 'plain' | 'json';
  readonly now: () => Date;
  readonly write: (line: string) => void;
}

const SECRET_NAME = /token|secret|password|authorization|cookie|key$/i;

/** A logger that hands whole lines, each ending in a line feed, to `write`. */
export function createLogger({ format, now, write }: LoggerOptions): Logger {
  const log = (level: LogLevel, message: string, fields: LogFields = {}) => {
    const line = { at: now().toISOString(), level, message, fields: readableFields(fields) };
    write(`${format === 'json' ? jsonLine(line) : plainLine(line)}\n`);
  };
  return {
    info: (message, fields) => log('info', message, fields),
    warn: (message, fields) => log('warn', message, fields),
    error: (message, fields) => log('error', message, fields),
  };
}

interface Line {
  readonly at: string;
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

function readableFields(fields: LogFields): Record<string, unknown> {
  const entries = Object.entries(fields);
  return Object.fromEntries(entries.map(([name, value]) => [name, readable(name, value)]));
}

function readable(name: string, value: unknown): unknown {
  if (SECRET_NAME.test(name)) return '[hidden]';
  return value instanceof Error ? describeError(value) : value;
}

function describeError(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\nCaused by ${describeError(error.cause)}` : own;
}

function jsonLine({ fields, ...line }: Line): string {
  return JSON.stringify({ ...line, ...fields });
}

function plainLine({ at, level, message, fields }: Line): string {
  const details = Object.entries(fields).map(([name, value]) => ` ${name}=${plainValue(value)}`);
  return `${at} ${level.padEnd(5)} ${message}${details.join('')}`;
}

function plainValue(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
}
