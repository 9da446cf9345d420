// A group as JSON, members included: a PUT without them would take them all away (RFC 7644 §3.5.1).
import { formatNumber } from '../../ui/format.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { JsonTab } from '../resources/json-tab.tsx';
import { idOf } from '../resources/read-resource.ts';
import type { TabProps } from '../resources/screen-parts.ts';
import { MOST_MEMBERS_IN_JSON, useGroupDocument } from './use-group-document.ts';

export function GroupJsonTab({ stored }: TabProps) {
  const group = useGroupDocument(stored);
  if (group.error !== undefined) {
    return (
      <ErrorState title="The members cannot be shown" error={group.error} onRetry={group.retry} />
    );
  }
  if (group.document === undefined) return <Skeleton label="Loading the group" lines={8} />;
  const isWhole = (stored.memberCount ?? 0) <= MOST_MEMBERS_IN_JSON;
  return (
    <JsonTab
      key={idOf(stored.resource)}
      resourceType="Group"
      document={group.document}
      {...(isWhole ? {} : { readOnlyReason: TOO_MANY })}
    />
  );
}

const TOO_MANY = `Shown without its members: more than ${formatNumber(MOST_MEMBERS_IN_JSON)} do not fit an editor. Use Edit and the Members tab to change this group.`;
