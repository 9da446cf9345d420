// What the run of a scenario has made, for the next start of the server.

export const scenarioRemains = {
  id: 22,
  sql: `
    create table scenario_remains (
      id integer primary key check (id = 1),
      -- JSON
      remains text not null
    ) strict;
  `,
} as const;
