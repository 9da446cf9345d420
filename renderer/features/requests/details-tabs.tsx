// The tabs of a request's details. Loaded when the first request is opened.
import { getRouteApi } from '@tanstack/react-router';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { ExportTab } from '../export/export-tab.tsx';
import { ChecksTab } from './details/checks-tab.tsx';
import { TimelineTab } from './details/timeline-tab.tsx';
import { EffectTab } from './effect-tab.tsx';
import { RequestTab } from './request-tab.tsx';
import { ResponseTab } from './response-tab.tsx';
import { SummaryTab } from './summary-tab.tsx';

const route = getRouteApi('/requests');
const TAB_IDS = [
  'summary',
  'request',
  'response',
  'effect',
  'timeline',
  'checks',
  'export',
] as const;

export function DetailsTabs({ request }: { readonly request: RequestDetails }) {
  const { tab = 'summary' } = route.useSearch();
  const navigate = route.useNavigate();
  const changed = request.effects.filter((effect) => effect.action !== 'unchanged').length;
  function select(chosen: string): void {
    const next = TAB_IDS.find((one) => one === chosen);
    void navigate({ search: (search) => ({ ...search, tab: next }), replace: true });
  }
  return (
    <Tabs
      label="Request details"
      selected={tab}
      onSelect={select}
      items={[
        { id: 'summary', label: 'Summary', content: <SummaryTab request={request} /> },
        { id: 'request', label: 'Request', content: <RequestTab request={request} /> },
        { id: 'response', label: 'Response', content: <ResponseTab request={request} /> },
        {
          id: 'effect',
          label: 'Effect',
          ...(changed === 0 ? {} : { note: String(changed) }),
          content: <EffectTab effects={request.effects} />,
        },
        { id: 'timeline', label: 'Timeline', content: <TimelineTab request={request} /> },
        {
          id: 'checks',
          label: 'Checks',
          ...(request.findingList.length === 0 ? {} : { note: String(request.findingList.length) }),
          content: <ChecksTab request={request} />,
        },
        { id: 'export', label: 'Export', content: <ExportTab request={request} /> },
      ]}
    />
  );
}
