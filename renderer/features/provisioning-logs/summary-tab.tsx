// Who and what an entry was about, in both systems, with the ids to find it by.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProvisioningLogEntry } from '../../../shared/simulator/report-routes.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatDateTime, formatDuration } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';

export function SummaryTab({ found }: { readonly found: ProvisioningLogEntry }) {
  return (
    <>
      <Source found={found} />
      <Target found={found} />
      <Provisioning found={found} />
    </>
  );
}

interface PartProps {
  readonly found: ProvisioningLogEntry;
}

function Source({ found: { entry } }: PartProps) {
  const { sourceIdentity: source } = entry;
  return (
    <Section title="Source">
      <Facts>
        <Fact term="System">{entry.sourceSystem.displayName}</Fact>
        <Fact term="Identity">{source.displayName}</Fact>
        <Fact term="Type">{source.identityType}</Fact>
        <Fact term="Source ID">
          <Copied what="Source ID" text={source.id} />
        </Fact>
        <Fact term="In the directory">
          <Link
            to="/entra/directory"
            search={{ id: source.id, tab: source.identityType === 'Group' ? 'groups' : 'users' }}
            className="text-accent underline underline-offset-2"
          >
            Show it in the directory
          </Link>
        </Fact>
        <Fact term="In all applications">
          <Link
            to="/entra/logs"
            search={{ applications: 'all', sourceId: source.id }}
            className="text-accent underline underline-offset-2"
          >
            Show all its entries
          </Link>
        </Fact>
        <MoreFacts details={source.details} />
      </Facts>
    </Section>
  );
}

function Target({ found: { entry, recorded } }: PartProps) {
  const { sourceIdentity: source, targetIdentity: target } = entry;
  const tenant = recorded.find((request) => request.tenant !== null)?.tenant ?? null;
  return (
    <Section title="Target">
      <Facts>
        <Fact term="System">{entry.targetSystem.displayName}</Fact>
        <Fact term="Identity">{target.displayName}</Fact>
        <Fact term="Type">{target.identityType}</Fact>
        <Fact term="Target ID">
          {target.id !== '' && <Copied what="Target ID" text={target.id} />}
        </Fact>
        {target.id !== '' && tenant !== null && (
          <Fact term="Stored resource">
            <Link
              to={source.identityType === 'Group' ? '/groups' : '/users'}
              search={{ id: target.id, tenant }}
              className="text-accent underline underline-offset-2"
            >
              Show it in the tenant {tenant}
            </Link>
          </Fact>
        )}
        <MoreFacts details={entry.targetSystem.details} />
      </Facts>
    </Section>
  );
}

function Provisioning({ found: { entry } }: PartProps) {
  return (
    <Section title="Provisioning">
      <Facts>
        <Fact term="Application">{entry.servicePrincipal.displayName}</Fact>
        <Fact term="Date">{formatDateTime(entry.activityDateTime)}</Fact>
        <Fact term="Duration">{formatDuration(entry.durationInMilliseconds)}</Fact>
        <Fact term="Initiated by">{entry.initiatedBy.displayName}</Fact>
        <Fact term="Change ID">
          <Copied what="Change ID" text={entry.changeId} />
        </Fact>
        <Fact term="Cycle ID">
          <Copied what="Cycle ID" text={entry.cycleId} />
        </Fact>
        <Fact term="Job ID">
          <Copied what="Job ID" text={entry.jobId} />
        </Fact>
      </Facts>
    </Section>
  );
}

function MoreFacts({ details }: { readonly details: Readonly<Record<string, string>> }) {
  return Object.entries(details).map(([name, value]) => (
    <Fact key={name} term={name}>
      {value}
    </Fact>
  ));
}

function Copied({ what, text }: { readonly what: string; readonly text: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <span className="font-mono text-sm wrap-anywhere">{text}</span>
      <CopyButton what={what} text={text} />
    </span>
  );
}

function Facts({ children }: { readonly children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[9rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1">
      {children}
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const isEmpty = children === '' || children === false;
  return (
    <>
      <dt className="text-ink-3 wrap-anywhere">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">
        {isEmpty ? <span className="text-ink-3">–</span> : children}
      </dd>
    </>
  );
}
