/** An action that cannot be carried out, or a name that nobody has: told to who wrote the scenario. */
export function scenarioFailure(message: string): Error {
  return Object.assign(new Error(message), { name: 'ScenarioFailure' });
}

export function isScenarioFailure(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ScenarioFailure';
}
