// Properties: the settings of the job at a glance, and the way to change them.
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { JobSettings } from '../../../shared/simulator/job.ts';
import type { JobDetails } from '../../../shared/simulator/job-run.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatNumber, formatPercent } from '../../ui/format.ts';
import { Panel } from '../provisioning/panel.tsx';
import { PropertiesDialog } from './properties-dialog.tsx';

export function PropertiesCard({ job }: { readonly job: JobDetails }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Panel
      title="Properties"
      actions={
        <Button onPress={() => setIsOpen(true)}>
          <Pencil aria-hidden className="size-3.5" />
          Edit properties
        </Button>
      }
    >
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-x-4 gap-y-2">
        {tellSettings(job.settings).map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-ink-2">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
        <div>
          <dt className="text-sm text-ink-2">Tenant URL</dt>
          <dd className="font-mono text-sm wrap-anywhere">{job.targetUrl ?? 'Not configured'}</dd>
        </div>
      </dl>
      {isOpen && <PropertiesDialog job={job} onClose={() => setIsOpen(false)} />}
    </Panel>
  );
}

function tellSettings(settings: JobSettings): readonly (readonly [name: string, value: string])[] {
  const { notification, deleteThreshold, scope, skipOutOfScopeDeletions, defaultAccess } = settings;
  return [
    [
      'Notification',
      notification.enabled ? notification.recipients.join(', ') : 'No mail when a failure occurs',
    ],
    [
      'Accidental deletion prevention',
      deleteThreshold.enabled
        ? `On, above ${formatCount(deleteThreshold.value, 'removal')} in a cycle`
        : 'Off',
    ],
    [
      'Scope',
      scope === 'assigned' ? 'Sync only assigned users and groups' : 'Sync all users and groups',
    ],
    [
      'Out of scope',
      skipOutOfScopeDeletions
        ? 'Left as it is (SkipOutOfScopeDeletions)'
        : 'Disabled in the target',
    ],
    [
      'Default Access',
      defaultAccess === 'legacy-skip' ? 'Skipped, as not effectively entitled' : 'Provisioned',
    ],
    ['Interval', `${formatCount(settings.intervalMinutes, 'minute')} from one cycle to the next`],
    ['Quarantine', tellThresholds(settings.quarantine)],
  ];
}

function tellThresholds({
  proportion,
  proportionMinimum,
  baseThreshold,
  totalThreshold,
}: JobSettings['quarantine']): string {
  const share = formatPercent(proportion);
  return `Above ${share} with ${formatNumber(proportionMinimum)} failures, above ${formatNumber(baseThreshold)}, or above ${formatNumber(totalThreshold)} with references`;
}
