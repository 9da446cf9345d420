// What a scenario cannot know beforehand, in its texts: `${domain}`, and `${id:Adele Vance}`, the id of a user or group in the
// tenant, by label or by userName.
import { isJsonArray, isJsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { findGroup, findUser } from './find-resource.ts';
import { scenarioFailure } from './scenario-failure.ts';
import type { World } from './world.ts';

const PLACE = /\$\{(domain|id:([^}]+))\}/g;

export async function expandText(text: string, world: World): Promise<string> {
  let expanded = '';
  let from = 0;
  for (const place of text.matchAll(PLACE)) {
    expanded += text.slice(from, place.index);
    expanded += place[2] === undefined ? world.domain : await idOf(place[2], world);
    from = place.index + place[0].length;
  }
  return expanded + text.slice(from);
}

export async function expandJson(value: JsonValue, world: World): Promise<JsonValue> {
  if (typeof value === 'string') return expandText(value, world);
  if (isJsonArray(value)) {
    return Promise.all(value.map((each) => expandJson(each, world)));
  }
  if (!isJsonObject(value)) return value;
  const pairs = Object.entries(value).map(async ([name, each]) => [
    await expandText(name, world),
    await expandJson(each, world),
  ]);
  return Object.fromEntries(await Promise.all(pairs)) as JsonValue; // pairs of a name and JSON
}

async function idOf(label: string, world: World): Promise<string> {
  const found = (await findUser(label, world)) ?? (await findGroup(label, world));
  const id = found?.['id'];
  if (typeof id === 'string') return id;
  throw scenarioFailure(`The tenant has no user and no group "${label}" whose id could be sent.`);
}
