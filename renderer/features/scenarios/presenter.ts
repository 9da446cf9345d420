// Presenter view: larger type, no side bar and status bar, tokens blurred. It stands on the root element, where the style
// sheet reads it, and holds on every screen until Esc.
import { useEffect } from 'react';
import { create } from 'zustand';

interface PresenterState {
  readonly isOn: boolean;
}

const usePresenterState = create<PresenterState>(() => ({ isOn: false }));

export function usePresenter(): boolean {
  return usePresenterState((state) => state.isOn);
}

export function setPresenter(isOn: boolean): void {
  usePresenterState.setState({ isOn });
}

export function togglePresenter(): void {
  usePresenterState.setState(({ isOn }) => ({ isOn: !isOn }));
}

/** Mount once. */
export function usePresenterLook(): void {
  const isOn = usePresenter();
  useEffect(() => {
    if (!isOn) return undefined;
    document.documentElement.dataset['presenter'] = '';
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setPresenter(false);
    };
    addEventListener('keydown', leave);
    return () => {
      delete document.documentElement.dataset['presenter'];
      removeEventListener('keydown', leave);
    };
  }, [isOn]);
}
