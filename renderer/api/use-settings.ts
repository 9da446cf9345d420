// Settings of the workspace; the defaults until the server has told them.
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import {
  DEFAULT_SETTINGS,
  mergeSettings,
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
