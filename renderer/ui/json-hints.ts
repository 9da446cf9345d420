// What somebody who knows the meaning of a JSON document tells its editor: names and values that may stand somewhere, and
// what is wrong. The editor knows where that is in the text.
import type { JsonValue } from '../../shared/scim/json.ts';

/** Names of members and indexes of elements, outermost first. */
export type JsonPath = readonly (string | number)[];

export interface JsonName {
  readonly name: string;
  readonly detail: string;
}

export interface JsonProblem {
  readonly path: JsonPath;
  /** Whether it is about the name of the member at the path, or its value. */
  readonly on: 'name' | 'value';
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface JsonHints {
  /** Names that the object at the path may have. */
  readonly namesAt: (path: JsonPath) => readonly JsonName[];
  /** Values that may stand at the path, where they can be listed. */
  readonly valuesAt: (path: JsonPath) => readonly (string | boolean)[];
  readonly findProblems: (document: JsonValue) => readonly JsonProblem[];
}
