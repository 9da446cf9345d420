// What the JSON editor of the settings offers and marks: their names, values that can be listed, and what is wrong.
import {
  SETTING_KEYS,
  SettingKeyName,
  Settings,
  SettingsChange,
} from '../../../shared/admin/setting.ts';
import { SETTING_WORDS } from '../../../shared/admin/setting-words.ts';
import type { JsonHints, JsonPath, JsonProblem } from '../../ui/json-hints.ts';

export const SETTINGS_HINTS: JsonHints = {
  namesAt: (path) =>
    path.length > 0
      ? []
      : SETTING_KEYS.map((name) => ({ name, detail: SETTING_WORDS[name].title })),
  valuesAt(path) {
    const key = SettingKeyName.safeParse(path[0]);
    if (path.length !== 1 || !key.success) return [];
    const { labels } = SETTING_WORDS[key.data];
    if (labels !== undefined) return Object.keys(labels);
    return Settings.shape[key.data].safeParse(true).success ? [true, false] : [];
  },
  findProblems(document) {
    const read = SettingsChange.safeParse(document);
    return read.success ? [] : read.error.issues.flatMap(toProblems);
  },
};

type Issue = NonNullable<ReturnType<typeof SettingsChange.safeParse>['error']>['issues'][number];

function toProblems(issue: Issue): readonly JsonProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [problem(path, 'value', issue.message)];
  return issue.keys.map((name) =>
    problem(
      [...path, name],
      'name',
      `There is no setting "${name}"; it would be of another version.`,
    ),
  );
}

function problem(path: JsonPath, on: JsonProblem['on'], message: string): JsonProblem {
  return { path, on, severity: 'error', message };
}
