/** What keeps a cycle from running: told in its sentence. */
export function simulateFailure(message: string): Error {
  return Object.assign(new Error(message), { name: 'SimulateFailure' });
}
