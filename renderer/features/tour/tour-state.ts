// Where the tour is, and whether it is still offered.
import { create } from 'zustand';

const STORAGE_NAME = 'scim-mock-tenant.tour-seen';

interface TourState {
  /** Number of the stop on show; null = the tour is not on. */
  readonly stop: number | null;
  readonly isOffered: boolean;
}

export const useTour = create<TourState>(() => ({
  stop: null,
  isOffered: localStorage.getItem(STORAGE_NAME) === null,
}));

export function startTour(): void {
  showStop(0);
}

export function showStop(stop: number): void {
  useTour.setState({ stop });
}

/** Not offered again; Help and the palette still have it. */
export function endTour(): void {
  localStorage.setItem(STORAGE_NAME, 'true');
  useTour.setState({ stop: null, isOffered: false });
}
