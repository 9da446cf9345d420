// How SQLite says that a value is there already.
import { isSystemError } from '../base/system-error.ts';

export function isUniqueViolation(error: unknown): boolean {
  return isSystemError(error) && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
}
