// The file that was opened with the app and waits for an answer: whether it is to be imported.
import { create } from 'zustand';
import type { OpenedFile } from '../../../shared/shell.ts';

export const useAskedImport = create<{ readonly file: OpenedFile | null }>(() => ({ file: null }));

export function askImport(file: OpenedFile): void {
  useAskedImport.setState({ file });
}

export function closeAskedImport(): void {
  useAskedImport.setState({ file: null });
}
