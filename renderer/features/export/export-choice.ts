// What was last chosen for an export, shared by the details pane and the list. The token is never put in by default.
import { create } from 'zustand';
import type { ExportFormat } from '../../../shared/export/formats.ts';
import type { RedactionProfile } from '../../../shared/export/redaction.ts';

interface ExportChoice extends RedactionProfile {
  readonly codeFormat: ExportFormat;
  readonly fileFormat: ExportFormat;
}

export const useExportChoice = create<ExportChoice>(() => ({
  codeFormat: 'curl',
  fileFormat: 'har',
  authorization: 'hidden',
  people: 'shown',
}));

export function chooseExport(choice: Partial<ExportChoice>): void {
  useExportChoice.setState(choice);
}
