// How close the rows of every list stand. One store, read by the grids and written by the settings.
import { create } from 'zustand';

export type Density = 'compact' | 'comfortable';

const STORAGE_NAME = 'scim-mock-tenant.density';

/** Height of a row, in rem so that the reader's own text size counts: 28 and 36 pixels at the usual one. */
export const ROW_HEIGHTS_REM: Record<Density, number> = { compact: 1.75, comfortable: 2.25 };

export const useDensity = create<{ readonly density: Density }>(() => ({ density: readDensity() }));

export function setDensity(density: Density): void {
  localStorage.setItem(STORAGE_NAME, density);
  useDensity.setState({ density });
}

/** Returns the new one. */
export function toggleDensity(): Density {
  const density = useDensity.getState().density === 'compact' ? 'comfortable' : 'compact';
  setDensity(density);
  return density;
}

function readDensity(): Density {
  return localStorage.getItem(STORAGE_NAME) === 'comfortable' ? 'comfortable' : 'compact';
}
