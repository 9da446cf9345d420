// Routes of the settings. @see ./setting.ts
import { z } from 'zod';
import { JsonObject } from './json-schema.ts';
import {
  CompactResult,
  Diagnostics,
  EraseOrder,
  SettingsChange,
  SettingsReset,
  SettingsState,
  WorkspaceFacts,
} from './setting.ts';
import { Snapshot } from './snapshot.ts';

const nothing = z.object({});

export const settingRoutes = {
  getSettings: {
    method: 'GET',
    path: '/api/settings',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: SettingsState,
  },
  changeSettings: {
    method: 'PATCH',
    path: '/api/settings',
    params: nothing,
    query: nothing,
    body: SettingsChange,
    response: SettingsState,
  },
  resetSettings: {
    method: 'POST',
    path: '/api/settings/reset',
    params: nothing,
    query: nothing,
    body: SettingsReset,
    response: SettingsState,
  },
  /** JSON Schema of the settings, with titles, descriptions and defaults. */
  getSettingsSchema: {
    method: 'GET',
    path: '/api/settings/schema',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: JsonObject,
  },
  getWorkspaceFacts: {
    method: 'GET',
    path: '/api/workspace',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: WorkspaceFacts,
  },
  /** Nothing else is answered while it runs, about a second for each 100 MB. */
  compactWorkspace: {
    method: 'POST',
    path: '/api/workspace/compact',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: CompactResult,
  },
  /** All tenants, resources, requests and settings: the workspace is as at its first start, with a new Secret Token. */
  eraseWorkspace: {
    method: 'POST',
    path: '/api/workspace/erase',
    params: nothing,
    query: nothing,
    body: EraseOrder,
    response: z.object({ before: Snapshot.nullable() }),
  },
  getDiagnostics: {
    method: 'GET',
    path: '/api/diagnostics',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: Diagnostics,
  },
} as const;
