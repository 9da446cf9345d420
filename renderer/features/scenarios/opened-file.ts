// The file that was opened last: it lives as long as the page, a run of it as long as the server.
import { create } from 'zustand';
import type { ScenarioDetails, ScenarioFile } from '../../../shared/scenario/scenario-run.ts';
import { callAdmin } from '../../api/client.ts';

interface OpenedFile {
  readonly file: ScenarioFile;
  readonly details: ScenarioDetails;
}

const useOpened = create<{ readonly opened: OpenedFile | undefined }>(() => ({
  opened: undefined,
}));

export function useOpenedFile(): OpenedFile | undefined {
  return useOpened((state) => state.opened);
}

/** Rejects with an ApiError that tells all that is wrong, line by line. */
export async function openScenarioFile(file: File): Promise<void> {
  await openScenarioText({ fileName: file.name, text: await file.text() });
}

export async function openScenarioText(content: ScenarioFile): Promise<void> {
  const details = await callAdmin('checkScenario', { body: content });
  useOpened.setState({ opened: { file: content, details } });
}
