// The details of one user or group: what it is called, what can be done with it, and its tabs.
import { formatNumber } from '../../ui/format.ts';
import type { KeyboardEvent } from 'react';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { isApiError } from '../../api/api-error.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs, type TabItem } from '../../ui/tabs.tsx';
import { AttributesTab } from './attributes-tab.tsx';
import { GoneResource } from './deleted/gone-resource.tsx';
import { DetailsHeader } from './details-header.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LinkTab } from './link-tab.tsx';
import { idOf } from './read-resource.ts';
import { ReturnedTab } from './returned-tab.tsx';
import type { ScreenParts } from './screen-parts.ts';
import { useResource } from './use-resource.ts';
import { useResourceSearch } from './use-resource-search.ts';

interface ResourceDetailsProps {
  readonly parts: ScreenParts;
  readonly id: string;
  readonly onClose: () => void;
}

export function ResourceDetails(props: ResourceDetailsProps) {
  // In the list of the deleted nobody asks for it in vain.
  const isDeleted = useResourceSearch().state === 'deleted';
  return (
    <div
      role="presentation"
      onKeyDown={(event) => closes(event) && props.onClose()}
      className="flex min-h-0 flex-1 flex-col"
    >
      {isDeleted ? <GoneResource {...props} /> : <Content {...props} />}
    </div>
  );
}

function Content({ parts, id, onClose }: ResourceDetailsProps) {
  const { resourceType, noun } = parts;
  const resource = useResource(resourceType, id);
  if (resource.error !== null && isGone(resource.error)) {
    return <GoneResource parts={parts} id={id} onClose={onClose} />;
  }
  if (resource.data !== undefined) {
    return <Known parts={parts} stored={resource.data} onClose={onClose} />;
  }
  if (resource.error === null) return <Skeleton label={`Loading the ${noun}`} lines={8} />;
  return (
    <ErrorState
      title={`This ${noun} cannot be shown`}
      error={resource.error}
      onRetry={() => void resource.refetch()}
    />
  );
}

interface KnownProps extends Omit<ResourceDetailsProps, 'id'> {
  readonly stored: StoredResource;
}

function Known({ parts, stored, onClose }: KnownProps) {
  const address = useResourceSearch();
  const items = tabsOf(parts, stored);
  const selected = items.find((item) => item.id === address.tab)?.id ?? 'attributes';
  return (
    <>
      <DetailsHeader parts={parts} stored={stored} onClose={onClose} />
      <Tabs
        label={`Parts of the ${parts.noun}`}
        items={items}
        selected={selected}
        onSelect={(tab) => void address.rewrite({ tab })}
      />
    </>
  );
}

/** Escape closes the details; in a field it belongs to the field. */
function closes({ key, target, defaultPrevented }: KeyboardEvent): boolean {
  return key === 'Escape' && !defaultPrevented && !(target instanceof HTMLInputElement);
}

function tabsOf(parts: ScreenParts, stored: StoredResource): readonly TabItem[] {
  const { related, resourceType } = parts;
  const shown = { resourceType, stored };
  return [
    { id: 'attributes', label: 'Attributes', content: <AttributesTab {...shown} /> },
    ...(related === undefined
      ? []
      : [
          {
            id: related.id,
            label: related.label,
            note: formatNumber(related.count(stored)),
            content: <related.Tab stored={stored} />,
          },
        ]),
    { id: 'history', label: 'History', content: <HistoryTab {...shown} /> },
    { id: 'json', label: 'JSON', content: <parts.JsonTab stored={stored} /> },
    { id: 'returned', label: 'As returned', content: <ReturnedTab {...shown} /> },
    ...(resourceType === 'User' || resourceType === 'Group'
      ? [
          {
            id: 'link',
            label: 'Link',
            content: <LinkTab resourceType={resourceType} id={idOf(stored.resource)} />,
          },
        ]
      : []),
  ];
}

function isGone(error: Error): boolean {
  if (!isApiError(error)) return false;
  return error.code === 'not-found' || error.scim?.status === 404;
}
