// Settings of the workspace; the defaults until the server has told them.
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import {
  DEFAULT_SETTINGS,
  SETTING_KEYS,
  mergeSettings,
  type SettingKey,
  type Settings,
  type SettingsChange,
  type SettingsState,
} from '../../shared/admin/setting.ts';
import { callAdmin } from './client.ts';
import { queryKeys } from './query-keys.ts';

export function useSettingsState(): UseQueryResult<SettingsState> {
  return useQuery({
    queryKey: queryKeys.settings,
    queryFn: ({ signal }) => callAdmin('getSettings', {}, signal),
  });
}

export function useSettings(): Settings {
  return useSettingsState().data?.settings ?? DEFAULT_SETTINGS;
}

/** Changes settings; what is on screen follows at once, and goes back where the server refuses. */
export function useSettingsChange() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: SettingsChange) => callAdmin('changeSettings', { body: change }),
    onMutate: (change) => {
      queryClient.setQueryData<SettingsState>(queryKeys.settings, (state) =>
        state === undefined ? state : { ...state, settings: mergeSettings(state.settings, change) },
      );
    },
    onSuccess: (state) => queryClient.setQueryData(queryKeys.settings, state),
    onError: () => queryClient.invalidateQueries({ queryKey: queryKeys.settings }),
  });
}

/** Without keys, all of them get back their defaults. */
export function useSettingsReset() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (keys: readonly SettingKey[] | undefined) =>
      callAdmin('resetSettings', { body: keys === undefined ? {} : { keys: [...keys] } }),
    onSuccess: (state) => queryClient.setQueryData(queryKeys.settings, state),
  });
}

/** What is left out gets back its default. */
export function useReplaceSettings() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (settings: SettingsChange) => {
      const left = SETTING_KEYS.filter((key) => settings[key] === undefined);
      await callAdmin('changeSettings', { body: settings });
      return callAdmin('resetSettings', { body: { keys: left } });
    },
    onSuccess: (state) => queryClient.setQueryData(queryKeys.settings, state),
  });
}
