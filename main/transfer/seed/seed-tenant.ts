// Made-up people and groups for a tenant. People who are there already, by their userName, are left as they are.
import {
  type SeedOrder,
  SeedRequest,
  type TransferResult,
} from '../../../shared/admin/transfer.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { OperationContext } from '../../provider/context.ts';
import type { FileEntry } from '../formats/file-entry.ts';
import { importResources } from '../import-resources.ts';
import type { JobControl } from '../import-run.ts';
import { contoso } from './contoso.ts';
import { fakePeople } from './fake-people.ts';
import { nastyNames } from './nasty-names.ts';

/** Resources that a preset has. */
export const SEED_SIZES = {
  'contoso-12': 15,
  'people-500': 520,
  'people-10000': 10_050,
  'nasty-names': 36,
} as const;

const USUAL_SEED = 1;

/** Resources that the request makes. */
export function seedSize(order: SeedOrder): number {
  const { preset, people } = SeedRequest.parse(order);
  return preset === 'people' ? people + teamsOf(people) : SEED_SIZES[preset];
}

export function seedTenant(
  context: OperationContext,
  order: SeedOrder,
  control: JobControl,
): Promise<TransferResult> {
  const options = {
    resourceType: 'User',
    onConflict: 'skip',
    keepIds: false,
    dryRun: false,
  } as const;
  return importResources({ context, options, control }, number(seedResources(order)));
}

/** The same resources for the same request. */
export function seedResources(order: SeedOrder): Iterable<JsonObject> | AsyncIterable<JsonObject> {
  const { preset, seed = USUAL_SEED, locale, people } = SeedRequest.parse(order);
  switch (preset) {
    case 'contoso-12':
      return contoso();
    case 'nasty-names':
      return nastyNames();
    case 'people-500':
      return fakePeople({ people: 500, teams: 20, seed, locale });
    case 'people-10000':
      return fakePeople({ people: 10_000, teams: 50, seed, locale });
    case 'people':
      return fakePeople({ people, teams: teamsOf(people), seed, locale });
  }
}

/** The departments, and more teams where there are many people. */
function teamsOf(people: number): number {
  return Math.min(50, Math.max(8, Math.floor(people / 10)));
}

async function* number(
  resources: Iterable<JsonObject> | AsyncIterable<JsonObject>,
): AsyncGenerator<FileEntry> {
  let line = 0;
  for await (const resource of resources) {
    line += 1;
    yield { line, resource };
  }
}
