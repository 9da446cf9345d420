// One entry of the provisioning logs, in the tabs of the portal, and the HTTP requests behind it.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { ProvisioningLogEntry } from '../../../shared/simulator/report-routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HttpTab } from './http-tab.tsx';
import { ACTION_WORDS, STATUS_LOOKS } from './log-words.ts';
import { PropertiesTab } from './properties-tab.tsx';
import { StepsTab } from './steps-tab.tsx';
import { SummaryTab } from './summary-tab.tsx';
import { TroubleshootingTab } from './troubleshooting-tab.tsx';
import { useLogEntry, type LogOwner } from './use-logs.ts';
import type { LogsAddress } from './use-logs-address.ts';

interface LogDetailsProps {
  readonly application: LogOwner;
  readonly id: string;
  readonly address: LogsAddress;
  readonly onClose: () => void;
}

export function LogDetails({ application, id, address, onClose }: LogDetailsProps) {
  const query = useLogEntry(application, id, address.filter);
  if (query.isPending) return <Skeleton label="Loading the entry" lines={8} />;
  if (query.isError) {
    return (
      <ErrorState
        title="The entry could not be read"
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return <Entry found={query.data} address={address} onClose={onClose} />;
}

interface EntryProps {
  readonly found: ProvisioningLogEntry;
  readonly address: LogsAddress;
  readonly onClose: () => void;
}

function Entry({ found, address, onClose }: EntryProps) {
  const { entry } = found;
  const { search, go } = address;
  return (
    <div
      role="presentation"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Head found={found} address={address} onClose={onClose} />
      <Tabs
        label="Details of the entry"
        selected={search.tab ?? 'steps'}
        onSelect={(tab) => go({ tab: tab as typeof search.tab })} // ids of the items below
        items={[
          { id: 'steps', label: 'Steps', content: <StepsTab entry={entry} /> },
          {
            id: 'troubleshooting',
            label: 'Troubleshooting & recommendations',
            content: <TroubleshootingTab entry={entry} />,
          },
          {
            id: 'properties',
            label: 'Modified properties',
            note: formatNumber(entry.modifiedProperties.length),
            content: <PropertiesTab entry={entry} />,
          },
          { id: 'summary', label: 'Summary', content: <SummaryTab found={found} /> },
          {
            id: 'http',
            label: 'HTTP requests',
            note: formatNumber(entry.requests.length),
            content: <HttpTab found={found} />,
          },
        ]}
      />
    </div>
  );
}

function Head({ found: { entry, newer, older }, address: { go }, onClose }: EntryProps) {
  const { word, tone, icon: Icon } = STATUS_LOOKS[entry.provisioningStatusInfo.status];
  const { sourceIdentity: source, provisioningAction: action } = entry;
  return (
    <div className="flex min-h-11 shrink-0 items-center gap-2 pr-2 pl-4">
      <h2 className="min-w-0 flex-1 truncate font-semibold">
        {source.displayName === '' ? source.id : source.displayName}
      </h2>
      <span className="text-ink-2">{ACTION_WORDS[action]}</span>
      <Badge tone={tone}>
        <Icon aria-hidden className="size-3.5" />
        {word}
      </Badge>
      <IconButton
        icon={ChevronUp}
        label="Newer entry"
        isDisabled={newer === null}
        onPress={() => newer !== null && go({ id: newer })}
      />
      <IconButton
        icon={ChevronDown}
        label="Older entry"
        isDisabled={older === null}
        onPress={() => older !== null && go({ id: older })}
      />
      <IconButton icon={X} label="Close details" onPress={onClose} />
    </div>
  );
}
