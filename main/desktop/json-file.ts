// A small file of the shell's own, such as its settings. What cannot be read counts as not there: the shell must start.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';

export interface JsonFile<Value> {
  readonly read: () => Value;
  readonly write: (value: Value) => void;
}

export function openJsonFile<Value>(
  file: string,
  schema: z.ZodType<Value>,
  fallback: Value,
): JsonFile<Value> {
  let value = readFile(file, schema) ?? fallback;
  return {
    read: () => value,
    write(next) {
      value = next;
      writeFile(file, next);
    },
  };
}

function readFile<Value>(file: string, schema: z.ZodType<Value>): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    // Missing at the first start, or damaged: either way the next write makes a good one.
    return undefined;
  }
}

/** Whole or not at all: a crash in the middle leaves the old file. */
function writeFile(file: string, value: unknown): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    process.stderr.write(`${file} could not be written: ${String(error)}\n`);
  }
}
