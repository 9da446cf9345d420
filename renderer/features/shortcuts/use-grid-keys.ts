// What the grids of the app read keys with: the bindings of the settings.
import { useCallback } from 'react';
import type { ReadGridKey } from '../../ui/grid-keys-context.ts';
import { gridCommandOf } from './grid-bindings.ts';
import { isMac } from './is-mac.ts';
import { readCombination } from './key-combination.ts';
import { useBindingOptions } from './use-binding-options.ts';

export function useGridKeys(): ReadGridKey {
  const { bindings, allowSingleKeys } = useBindingOptions();
  return useCallback<ReadGridKey>(
    (press) => {
      const combination = readCombination(press, isMac);
      if (combination === undefined) return undefined;
      return gridCommandOf(combination, { bindings, allowSingleKeys });
    },
    [bindings, allowSingleKeys],
  );
}
