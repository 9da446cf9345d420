// Which process listens at a port, as Linux tells it in /proc: of processes of the same user, of others nothing.
import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Serving } from '../../shared/admin/serving.ts';

type PortOwner = NonNullable<Serving['portOwner']>;

/** Of /proc/net/tcp: the state of a socket that listens. */
const LISTEN = '0A';

/** null where nobody tells: another system, another user's process. */
export async function findPortOwner(port: number): Promise<PortOwner | null> {
  const tables = await Promise.all([readLines('/proc/net/tcp'), readLines('/proc/net/tcp6')]);
  const sockets = new Set(tables.flat().flatMap((line) => readListener(line, port)));
  if (sockets.size === 0) return null;
  for (const name of await list('/proc')) {
    const pid = Number(name);
    if (Number.isInteger(pid) && (await holdsOne(pid, sockets))) return describeProcess(pid);
  }
  return null;
}

/** The socket, as its holder's file descriptors name it. */
function readListener(line: string, port: number): readonly string[] {
  const [, local = '', , state, ...rest] = line.trim().split(/\s+/);
  const isOne = state === LISTEN && Number.parseInt(local.split(':')[1] ?? '', 16) === port;
  return isOne ? [`socket:[${rest[5]}]`] : [];
}

async function holdsOne(pid: number, sockets: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  const links = (await list(folder)).map((name) => readlink(`${folder}/${name}`).catch(() => ''));
  return (await Promise.all(links)).some((link) => sockets.has(link));
}

/** By its program; `comm` is the name of a thread, which Node and others give themselves. */
async function describeProcess(pid: number): Promise<PortOwner> {
  const program = await readlink(`/proc/${pid}/exe`).catch(() => '');
  const [thread = ''] = await readLines(`/proc/${pid}/comm`);
  return { pid, name: program === '' ? thread : basename(program) };
}

/** Empty where there is no such folder, or it is not ours to read. */
function list(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

async function readLines(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n');
}
