// Settings of the workspace. @see shared/admin/setting-routes.ts
import { z } from 'zod';
import { JsonObject as JsonObjectSchema } from '../../../shared/admin/json-schema.ts';
import {
  DEFAULT_SETTINGS,
  mergeSettings,
  SETTING_KEYS,
  Settings,
  TLS_SETTINGS,
  type SettingKey,
  type SettingsState,
} from '../../../shared/admin/setting.ts';
import { SETTING_WORDS } from '../../../shared/admin/setting-words.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function settingHandlers(dependencies: AdminAppDependencies) {
  const { store, feed, serving, startedWith, adminKey } = dependencies;

  function describe(): SettingsState {
    const settings = store.settings.read();
    const differs = (key: SettingKey) => startedWith.settings()[key] !== settings[key];
    return {
      settings,
      changed: store.settings.changed(),
      awaitsRestart: SETTING_KEYS.filter(
        (key) =>
          SETTING_WORDS[key].needsRestart === true &&
          !startedWith.overruled.includes(key) &&
          differs(key),
      ),
      overruled: [...startedWith.overruled],
    };
  }

  /** Tried first: what TLS cannot be served with is not stored, nor what came with it. */
  async function changeTls(wanted: Settings): Promise<void> {
    const isSame = TLS_SETTINGS.every((key) => wanted[key] === store.settings.read()[key]);
    if (isSame || serving.tls.isOverruled()) return;
    await serving.tls.change({
      mode: wanted['server.tls'],
      certificateFile: wanted['server.tlsCertificate'],
      keyFile: wanted['server.tlsKey'],
    });
  }

  function announce(): SettingsState {
    adminKey.apply();
    feed.publish({ type: 'settings-changed', data: {} });
    return describe();
  }

  return {
    getSettings: describe,
    async changeSettings({ body }) {
      await changeTls(mergeSettings(store.settings.read(), body));
      store.settings.change(body);
      return announce();
    },
    async resetSettings({ body: { keys = SETTING_KEYS } }) {
      const back = Object.fromEntries(keys.map((key) => [key, DEFAULT_SETTINGS[key]]));
      await changeTls(mergeSettings(store.settings.read(), back));
      store.settings.reset(keys);
      return announce();
    },
    getSettingsSchema: describeSchema,
  } satisfies Partial<AdminHandlers>;
}

function describeSchema(): JsonObject {
  const { properties = {} } = z.toJSONSchema(Settings);
  const told = SETTING_KEYS.map((key): [string, JsonObject] => {
    const { title, sentence } = SETTING_WORDS[key];
    const rule = JsonObjectSchema.parse(properties[key]);
    return [key, { title, description: sentence, default: DEFAULT_SETTINGS[key], ...rule }];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Settings of SCIM Mock Tenant',
    type: 'object',
    properties: Object.fromEntries(told),
    additionalProperties: false,
  };
}
