// The shell as a client of the admin API: what menu and tray show and do is the API's, not knowledge of their own.
import type { z } from 'zod';
import { AdminError } from '../../shared/admin/error.ts';
import type { ServerHost } from './server-host.ts';

interface Route<Answer extends z.ZodType> {
  readonly method: string;
  readonly path: string;
  readonly response: Answer;
}

interface Input {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Rejects with one sentence when there is no server, or it refuses. */
export async function askAdmin<Answer extends z.ZodType>(
  host: ServerHost,
  route: Route<Answer>,
  { params = {}, body }: Input = {},
): Promise<z.output<Answer>> {
  const ready = host.ready();
  if (ready === undefined) throw new Error('The server is not running.');
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const answer = await fetch(`${ready.adminUrl}${path}`, {
    method: route.method,
    headers: {
      Authorization: `Bearer ${ready.adminKey}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const json: unknown = await answer.json();
  if (!answer.ok) throw new Error(sentenceOf(json) ?? `The server answered ${answer.status}.`);
  return route.response.parse(json);
}

function sentenceOf(json: unknown): string | undefined {
  return AdminError.safeParse(json).data?.error.message;
}
