// Why a workspace cannot be opened: a code for the caller and one sentence for the user.

/**
 * `locked`: another process has the workspace open. `newer`: a newer version of the app wrote it.
 * `unreadable`: the folder or file cannot be used. `unsupported`: this runtime cannot load SQLite. `full`: the disk is.
 */
export type StoreOpenCode = 'locked' | 'unreadable' | 'newer' | 'unsupported' | 'full';

export interface StoreOpenError extends Error {
  readonly name: 'StoreOpenError';
  readonly code: StoreOpenCode;
}

/** An error whose message is the sentence to show. */
export function storeOpenError(
  code: StoreOpenCode,
  sentence: string,
  cause?: unknown,
): StoreOpenError {
  return Object.assign(new Error(sentence, { cause }), { name: 'StoreOpenError', code } as const);
}

/** Tells an error of `openStore` from a programming error. */
export function isStoreOpenError(error: unknown): error is StoreOpenError {
  return error instanceof Error && error.name === 'StoreOpenError';
}
