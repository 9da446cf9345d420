// Routes of the settings. @see ./setting.ts
import { z } from 'zod';
import { JsonObject } from './json-schema.ts';
import { SettingsChange, SettingsReset, SettingsState, WorkspaceFacts } from './setting.ts';

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
} as const;
