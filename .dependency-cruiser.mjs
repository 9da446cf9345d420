// For the tool's own command line (`depcruise shared main renderer`); the rules are the import table's.
import { importRules } from './test/architecture/import-table.ts';

export default {
  forbidden: importRules(),
  options: { parser: 'swc', doNotFollow: { path: 'node_modules' } },
};
