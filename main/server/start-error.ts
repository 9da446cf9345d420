// Why a server did not start, in one sentence for whoever starts it.

interface StartError extends Error {
  readonly name: 'StartError';
}

/** An error whose message is the sentence to show. */
export function startError(sentence: string, cause?: unknown): StartError {
  return Object.assign(new Error(sentence, { cause }), { name: 'StartError' } as const);
}

export function isStartError(error: unknown): error is StartError {
  return error instanceof Error && error.name === 'StartError';
}

/** The sentence of an error that a user can do something about; anything else is told with its kind. */
export function describeStartFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'The server could not be started.';
  if (isStartError(error) || error.name === 'StoreOpenError') return error.message;
  return `The server could not be started: ${error.message.split('\n')[0]}`;
}
