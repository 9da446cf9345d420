// Who may import whom: the table of the design as data, and the dependency-cruiser rules made from it.
// `.dependency-cruiser.mjs` hands the same rules to the tool's own command line.
import type { IForbiddenRuleType } from 'dependency-cruiser';

export interface Room {
  /** Folder, from the top of the repository. */
  readonly folder: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  /** Whether Node's own modules may be imported. */
  readonly node: boolean;
  /** Single files beyond the rooms. */
  readonly files?: readonly string[];
}

const UI_PACKAGES = [
  '@codemirror',
  '@lezer',
  '@tanstack',
  'lucide-react',
  'react',
  'react-aria-components',
  'react-dom',
  'recharts',
  'zod',
  'zustand',
];

const EVERY_ROOM_BUT_DESKTOP = [
  'main/verify',
  'main/names',
  'main/transfer',
  'main/checker',
  'main/scenarios',
  'main/client',
  'main/http/scim',
  'main/http/admin',
  'main/simulator',
  'main/provider',
  'main/store',
  'main/scim',
  'main/base',
  'shared',
];

export const IMPORT_TABLE: readonly Room[] = [
  { folder: 'shared', rooms: [], packages: ['zod'], node: false },
  { folder: 'main/base', rooms: ['shared'], packages: [], node: true },
  { folder: 'main/scim', rooms: ['main/base', 'shared'], packages: [], node: false },
  {
    folder: 'main/store',
    rooms: ['main/scim', 'main/base', 'shared'],
    packages: ['better-sqlite3'],
    node: true,
  },
  {
    folder: 'main/provider',
    rooms: ['main/scim', 'main/store', 'main/base', 'shared'],
    packages: [],
    node: false,
  },
  // Made-up names, for tenants and for the simulated directory alike
  { folder: 'main/names', rooms: ['shared'], packages: ['@faker-js'], node: false },
  {
    folder: 'main/transfer',
    rooms: ['main/names', 'main/provider', 'main/scim', 'main/store', 'main/base', 'shared'],
    packages: ['csv-parse', 'zod'],
    node: true,
  },
  {
    folder: 'main/simulator',
    // never scim or provider: it speaks to our tenant as a stranger would
    rooms: ['main/names', 'main/store', 'main/base', 'shared'],
    packages: ['csv-parse', 'nodemailer', 'zod'],
    node: true,
  },
  // Conditions on requests, waits for them, and the queue of next answers: used by both listeners
  {
    folder: 'main/verify',
    rooms: ['main/provider', 'main/scim', 'main/store', 'main/base', 'shared'],
    packages: [],
    node: false,
  },
  // Black box: it knows the server over HTTP only, and reads the RFCs a second time
  { folder: 'main/checker', rooms: ['main/base', 'shared'], packages: ['zod'], node: true },
  // Does what a person can do, and so knows the server by its admin API only
  {
    folder: 'main/scenarios',
    rooms: ['main/client', 'main/base', 'shared'],
    packages: ['yaml', 'zod'],
    node: true,
  },
  {
    folder: 'main/http/scim',
    rooms: ['main/verify', 'main/provider', 'main/scim', 'main/store', 'main/base', 'shared'],
    packages: ['express', 'jose'],
    node: true,
  },
  {
    folder: 'main/http/admin',
    // scim for its errors and resource models, which the provider's operations take
    rooms: [
      'main/verify',
      'main/transfer',
      'main/checker',
      'main/scenarios',
      'main/simulator',
      'main/provider',
      'main/scim',
      'main/store',
      'main/base',
      'shared',
    ],
    packages: ['express', 'zod'],
    node: true,
  },
  {
    folder: 'main/server',
    rooms: EVERY_ROOM_BUT_DESKTOP,
    // certificates of the local CA
    packages: ['@peculiar'],
    node: true,
    // for the version that the status shows
    files: ['package.json'],
  },
  // What other programs import, and the command line and the MCP server build on: it knows the server over HTTP only
  // (base for its HTTP client, which has TLS as the server has it)
  { folder: 'main/client', rooms: ['main/base', 'shared'], packages: ['zod'], node: true },
  // The whole admin API as commands, and as tools of language models (base for how flags are read)
  {
    folder: 'main/cli',
    rooms: ['main/client', 'main/base', 'shared'],
    packages: ['zod'],
    node: true,
    files: ['package.json'],
  },
  {
    folder: 'main/mcp',
    rooms: ['main/client', 'main/base', 'shared'],
    packages: ['@modelcontextprotocol', 'zod'],
    node: true,
    files: ['package.json'],
  },
  // zod for the shell's own small files, yaml for where the package says that newer ones are
  {
    folder: 'main/desktop',
    rooms: ['shared'],
    packages: ['electron', 'electron-updater', 'yaml', 'zod'],
    node: true,
  },
  {
    folder: 'main/launch',
    rooms: [],
    packages: ['@electron', '@electron-internal', 'electron', 'electron-builder'],
    node: true,
  },
  { folder: 'renderer', rooms: ['shared'], packages: UI_PACKAGES, node: false },
];

/** One rule for each room, and the three that hold everywhere. */
export function importRules(): IForbiddenRuleType[] {
  return [
    ...IMPORT_TABLE.flatMap(rulesOfRoom),
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unknown-module', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-unknown-room',
      severity: 'error',
      from: { path: '^main/', pathNot: IMPORT_TABLE.map(({ folder }) => `^${folder}/`) },
      to: {},
    },
  ];
}

function rulesOfRoom({ folder, rooms, packages, node, files = [] }: Room): IForbiddenRuleType[] {
  const from = { path: `^${folder}/` };
  const allowed = [
    ...[folder, ...rooms].map((room) => `^${room}/`),
    ...packages.map((name) => `^node_modules/(@types/)?${name}/`),
    ...files.map((file) => `^${file}$`),
  ];
  const reach: IForbiddenRuleType = {
    name: `${folder} imports what its row allows`,
    severity: 'error',
    from,
    to: { pathNot: allowed, dependencyTypesNot: ['core', 'unknown'] },
  };
  const core: IForbiddenRuleType = {
    name: `${folder} does without Node`,
    severity: 'error',
    from,
    to: { dependencyTypes: ['core'] },
  };
  return node ? [reach] : [reach, core];
}
