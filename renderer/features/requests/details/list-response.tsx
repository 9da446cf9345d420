// The resources of a ListResponse as a table.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { JsonObject } from '../../../../shared/scim/json.ts';
import { Button } from '../../../ui/button.tsx';
import { formatCount, formatNumber } from '../../../ui/format.ts';
import { formatValue } from '../../../ui/json-text.ts';
import { Section } from '../../../ui/section.tsx';
import type { ListResponseView } from './read-list-response.ts';

const SHOWN_AT_FIRST = 50;

export function ListResponse({ list }: { readonly list: ListResponseView }) {
  const [isWhole, setIsWhole] = useState(false);
  const { resources, columns } = list;
  const shown = isWhole ? resources : resources.slice(0, SHOWN_AT_FIRST);
  return (
    <Section title="Resources">
      <p className="mb-2 text-ink-2">{describePage(list)}</p>
      {shown.length > 0 && (
        <div className="overflow-x-auto">
          <table aria-label="Resources" className="min-w-full border-collapse text-left text-sm">
            <thead>
              <tr className="border-b border-line text-ink-3">
                {columns.map((column) => (
                  <th key={column} scope="col" className="py-1 pr-4 font-medium">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((resource, index) => (
                <tr key={index} className="border-b border-line/60 align-top">
                  {columns.map((column) => (
                    <td key={column} className="max-w-64 truncate py-1 pr-4 font-mono">
                      <ResourceCell resource={resource} column={column} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < resources.length && (
        <Button onPress={() => setIsWhole(true)}>
          Show all {formatCount(resources.length, 'resource')}
        </Button>
      )}
    </Section>
  );
}

interface ResourceCellProps {
  readonly resource: JsonObject;
  readonly column: string;
}

function ResourceCell({ resource, column }: ResourceCellProps) {
  const text = formatValue(resource[column]);
  const to = column === 'id' ? screenOf(resource) : undefined;
  if (to === undefined) return <span title={text}>{text}</span>;
  return (
    <Link
      to={to}
      search={{ id: text }}
      title={text}
      className="text-accent underline underline-offset-2"
    >
      {text}
    </Link>
  );
}

function screenOf(resource: JsonObject): '/users' | '/groups' | undefined {
  const meta = resource['meta'];
  const type =
    typeof meta === 'object' && meta !== null && 'resourceType' in meta
      ? meta['resourceType']
      : undefined;
  if (type === 'User') return '/users';
  return type === 'Group' ? '/groups' : undefined;
}

function describePage({ totalResults, startIndex, resources }: ListResponseView): string {
  if (totalResults === 0) return 'Nothing matches: an empty ListResponse.';
  const total = formatCount(totalResults, 'result');
  if (resources.length === totalResults) return `${total}, all on this page.`;
  const from = startIndex ?? 1;
  return `${total}; on this page ${formatNumber(from)} to ${formatNumber(from + resources.length - 1)}.`;
}
