// What was last chosen for an export, shared by the details pane and the list. The token is never put in by default; what
// becomes of people is as the setting says until it is chosen here.
import { create } from 'zustand';
import type { ExportFormat } from '../../../shared/export/formats.ts';
import type { RedactionProfile } from '../../../shared/export/redaction.ts';
import { useSettings } from '../../api/use-settings.ts';

interface ExportChoice {
  readonly codeFormat: ExportFormat;
  readonly fileFormat: ExportFormat;
  readonly authorization: RedactionProfile['authorization'];
  /** Undefined: not chosen. */
  readonly people: RedactionProfile['people'] | undefined;
}

export const useExportChoice = create<ExportChoice>(() => ({
  codeFormat: 'curl',
  fileFormat: 'har',
  authorization: 'hidden',
  people: undefined,
}));

export function useRedaction(): RedactionProfile {
  const { authorization, people } = useExportChoice();
  const usual = useSettings()['log.exportPeople'];
  return { authorization, people: people ?? usual };
}

export function chooseExport(choice: Partial<ExportChoice>): void {
  useExportChoice.setState(choice);
}
