// The limits of the request log, as the settings have them.
import type { LogLimits } from '../../shared/admin/request-log-changes.ts';
import type { Settings } from '../../shared/admin/setting.ts';

const MEGABYTE = 1024 ** 2;

export function logLimitsOf(settings: Settings): LogLimits {
  const days = settings['log.maxDays'];
  return {
    maxRows: settings['log.maxRequests'],
    maxAgeDays: days === 0 ? null : days,
    maxBytes: settings['log.maxMegabytes'] * MEGABYTE,
    maxBodyBytes: settings['log.bodyLimitKilobytes'] * 1024,
    recordsBodies: settings['log.recordBodies'],
    indexesText: settings['log.searchIndex'],
    maxPinned: settings['log.maxPinned'],
  };
}
