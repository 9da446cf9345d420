// Which keys the grids of the app listen to. The user may choose others, so the app hands them down from its settings.
import { createContext } from 'react';
import type { GridCommand } from './grid-keys.ts';

export type GridKeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/** Undefined when the key means nothing to a grid. */
export type ReadGridKey = (press: GridKeyPress) => GridCommand | undefined;

export const GridKeysContext = createContext<ReadGridKey>(() => undefined);
