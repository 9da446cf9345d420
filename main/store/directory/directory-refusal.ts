// Why the directory does not do what it was asked for, as an error to throw: its message says what to do instead.

export type DirectoryRefusalReason = 'not-found' | 'conflict' | 'bad-request';

export interface DirectoryRefusal extends Error {
  readonly name: 'DirectoryRefusal';
  readonly reason: DirectoryRefusalReason;
}

export function directoryRefusal(
  reason: DirectoryRefusalReason,
  message: string,
): DirectoryRefusal {
  return Object.assign(new Error(message), { name: 'DirectoryRefusal', reason } as const);
}

export function isDirectoryRefusal(error: unknown): error is DirectoryRefusal {
  return error instanceof Error && error.name === 'DirectoryRefusal';
}

export function noUser(objectId: string): DirectoryRefusal {
  return directoryRefusal('not-found', `The directory has no user "${objectId}".`);
}

export function noGroup(objectId: string): DirectoryRefusal {
  return directoryRefusal('not-found', `The directory has no group "${objectId}".`);
}

export function noApplication(id: string): DirectoryRefusal {
  return directoryRefusal('not-found', `There is no application "${id}".`);
}

/** For the right of `??`. */
export function refuse(refusal: DirectoryRefusal): never {
  throw refusal;
}
