// Whether Home shows the first steps. Somebody who put them away finds them in Help again.
import { create } from 'zustand';

const NAME = 'scim-mock-tenant.first-steps-hidden';

const useShown = create(() => ({ isShown: localStorage.getItem(NAME) !== 'true' }));

export function useFirstStepsShown(): boolean {
  return useShown((state) => state.isShown);
}

export function showFirstSteps(): void {
  localStorage.removeItem(NAME);
  useShown.setState({ isShown: true });
}

export function hideFirstSteps(): void {
  localStorage.setItem(NAME, 'true');
  useShown.setState({ isShown: false });
}
