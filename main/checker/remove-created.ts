// Deletes what a check has created, last first, so that groups go before their members.
import { isNoAnswer, type Exchanger } from './exchange.ts';

const GONE: readonly number[] = [200, 202, 204, 404, 410];

/** The paths of what the target did not let go. */
export async function removeCreated(
  exchanger: Exchanger,
  paths: readonly string[],
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const path of [...new Set(paths)].toReversed()) {
    if (!(await remove(exchanger, path))) left.push(path);
  }
  return left;
}

async function remove({ send, takeEvidence }: Exchanger, path: string): Promise<boolean> {
  try {
    const { status } = await send('DELETE', path);
    return GONE.includes(status);
  } catch (error) {
    if (isNoAnswer(error)) return false;
    throw error;
  } finally {
    takeEvidence();
  }
}
