// Whether the palette is open.
import { create } from 'zustand';

export const usePaletteState = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function openPalette(): void {
  usePaletteState.setState({ isOpen: true });
}

export function closePalette(): void {
  usePaletteState.setState({ isOpen: false });
}
