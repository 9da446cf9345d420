// Every check, in the order in which they are carried out: what others rest on comes first.
import type { Check } from './check.ts';
import { asyncChecks } from './checks/async-checks.ts';
import { authenticationChecks } from './checks/authentication-checks.ts';
import { bulkChecks } from './checks/bulk-checks.ts';
import { commonAttributeChecks } from './checks/common-attribute-checks.ts';
import { cursorChecks } from './checks/cursor-checks.ts';
import { discoveryChecks } from './checks/discovery-checks.ts';
import { errorChecks } from './checks/error-checks.ts';
import { filterChecks } from './checks/filter-checks.ts';
import { filterDetailChecks } from './checks/filter-detail-checks.ts';
import { galleryDirectChecks } from './checks/gallery-direct-checks.ts';
import { galleryGroupChecks } from './checks/gallery-group-checks.ts';
import { galleryUserChecks } from './checks/gallery-user-checks.ts';
import { createChecks, deleteChecks, readChecks } from './checks/lifecycle-checks.ts';
import { pageChecks } from './checks/page-checks.ts';
import { patchChecks } from './checks/patch-checks.ts';
import { patchMemberChecks } from './checks/patch-member-checks.ts';
import { patchReplaceChecks } from './checks/patch-replace-checks.ts';
import { projectionChecks, replaceChecks } from './checks/projection-checks.ts';
import { resourceChecks } from './checks/resource-checks.ts';
import { robustnessChecks } from './checks/robustness-checks.ts';
import { schemaRuleChecks } from './checks/schema-rule-checks.ts';
import { searchChecks } from './checks/search-checks.ts';
import { sortChecks } from './checks/sort-checks.ts';
import { transportChecks } from './checks/transport-checks.ts';
import { meChecks, versionChecks } from './checks/version-checks.ts';

export const allChecks: readonly Check[] = [
  ...transportChecks,
  ...authenticationChecks,
  ...discoveryChecks,
  ...commonAttributeChecks,
  ...schemaRuleChecks,
  ...resourceChecks,
  ...createChecks,
  ...readChecks,
  ...filterChecks,
  ...filterDetailChecks,
  ...sortChecks,
  ...pageChecks,
  ...cursorChecks,
  ...projectionChecks,
  ...searchChecks,
  ...replaceChecks,
  ...inOrder([...patchChecks, ...patchReplaceChecks, ...patchMemberChecks]),
  ...deleteChecks,
  ...bulkChecks,
  ...versionChecks,
  ...meChecks,
  ...errorChecks,
  ...asyncChecks,
  ...robustnessChecks,
  ...galleryUserChecks,
  ...galleryGroupChecks,
  ...galleryDirectChecks,
];

/** `only` holds sections (`F`) and ids (`F6`); empty means all. What is no such name comes back as `unknown`. */
export function selectChecks(only: readonly string[]): {
  readonly checks: readonly Check[];
  readonly unknown: readonly string[];
} {
  const isMeant = (name: string, { id }: Check) => id === name || id.replace(/\d+$/, '') === name;
  return {
    checks: allChecks.filter(
      (check) => only.length === 0 || only.some((name) => isMeant(name, check)),
    ),
    unknown: only.filter((name) => !allChecks.some((check) => isMeant(name, check))),
  };
}

function inOrder(checks: readonly Check[]): readonly Check[] {
  const numberOf = ({ id }: Check) => Number(id.replace(/^\D+/, ''));
  return checks.toSorted((a, b) => numberOf(a) - numberOf(b));
}
