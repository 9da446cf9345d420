// The rules of the linter, for those who show them.
export { listFindingRules } from '../scim/findings/find-findings.ts';
