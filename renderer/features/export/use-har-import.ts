// The exchanges of a HAR file into the request log of the tenant on screen; nothing of it is executed.
import { useMutation } from '@tanstack/react-query';
import { HarImportResult } from '../../../shared/admin/request-export.ts';
import type { ImportSource } from '../../api/import-source.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';

export function useHarImport(onImported?: (result: HarImportResult) => void) {
  const tenant = useTenantSlug();
  return useMutation({
    mutationFn: async ({ send }: ImportSource) => HarImportResult.parse(await send({ tenant })),
    onSuccess: (result) => onImported?.(result),
  });
}

export function describeHarImport(result: HarImportResult): string {
  const { imported, passedOver, failed, issues } = result;
  const [issue] = issues;
  const first = issue === undefined ? '' : ` (first: ${issue.place}: ${issue.reason})`;
  return [
    `${formatCount(imported, 'request')} imported`,
    ...(passedOver === 0 ? [] : [`${formatNumber(passedOver)} without SCIM passed over`]),
    ...(failed === 0 ? [] : [`${formatNumber(failed)} unreadable${first}`]),
  ].join(', ');
}
