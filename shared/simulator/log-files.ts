// The provisioning log as files. @see main/simulator/report/write-log-files.ts
import { z } from 'zod';
import { ProvisioningLogFilter } from './provisioning-log-pages.ts';

export const LogFilePart = z.enum(['logs', 'steps', 'properties']);
export type LogFilePart = z.infer<typeof LogFilePart>;

export const ProvisioningLogExportQuery = ProvisioningLogFilter.extend({
  /** `csv`: one of the three files; `zip`: all three of them. */
  format: z.enum(['json', 'csv', 'zip']).default('json'),
  part: LogFilePart.default('logs'),
});
export type ProvisioningLogExportQuery = z.infer<typeof ProvisioningLogExportQuery>;

/** As Entra names them. */
export const LOG_FILE_NAMES: Readonly<Record<LogFilePart, string>> = {
  logs: 'ProvisioningLogs',
  steps: 'ProvisioningLogs_ProvisioningSteps',
  properties: 'ProvisioningLogs_ModifiedProperties',
};
