// Where a request went: method and target, taken apart.
import type { ReactNode } from 'react';
import type { RequestDetails } from '../../../../shared/admin/request-log.ts';
import { Section } from '../../../ui/section.tsx';
import { Method } from '../request-cells.tsx';
import { readableQuery } from '../request-words.ts';
import { FilterTreeView } from './filter-tree-view.tsx';
import { readUrlParts, type UrlParameter } from './url-parts.ts';

interface UrlSectionProps {
  readonly request: RequestDetails;
  readonly actions: ReactNode;
}

export function UrlSection({ request, actions }: UrlSectionProps) {
  const { path, query, method } = request;
  const parts = readUrlParts(path, query);
  const readable = `${path}${query === '' ? '' : `?${readableQuery(query)}`}`;
  return (
    <Section title="Target" actions={actions}>
      <p className="font-mono text-sm wrap-anywhere">
        <Method method={method} /> {readable}
      </p>
      <table aria-label="Parts of the target" className="mt-3 w-full table-fixed text-left">
        <tbody>
          {parts.base !== '' && <Part name="Base" value={parts.base} />}
          {parts.tenant !== null && <Part name="Tenant" value={parts.tenant} />}
          <Part name="Endpoint" value={parts.endpoint === '' ? '/' : parts.endpoint} />
          {parts.id !== null && <Part name="Id" value={parts.id} />}
          {parts.rest !== '' && <Part name="Below it" value={parts.rest} />}
        </tbody>
      </table>
      {parts.parameters.length > 0 && (
        <table
          aria-label="Query parameters"
          className="mt-3 w-full table-fixed border-t border-line text-left"
        >
          <tbody>
            {parts.parameters.map((parameter, index) => (
              <ParameterRow key={`${index} ${parameter.name}`} parameter={parameter} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Part({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <tr className="align-top">
      <th scope="row" className="w-24 py-0.5 pr-3 font-normal text-ink-3">
        {name}
      </th>
      <td className="py-0.5 font-mono text-sm wrap-anywhere">{value}</td>
    </tr>
  );
}

function ParameterRow({ parameter }: { readonly parameter: UrlParameter }) {
  const { name, value, meaning, tree, problem } = parameter;
  return (
    <tr className="border-b border-line/60 align-top">
      <th scope="row" className="w-36 py-1.5 pr-3 font-mono text-sm font-normal wrap-anywhere">
        {name}
      </th>
      <td className="py-1.5 wrap-anywhere">
        <code className="font-mono text-sm">{value}</code>
        <span className="block text-sm text-ink-3">{meaning}</span>
        {problem !== undefined && <p className="mt-1 text-bad">Cannot be read: {problem}</p>}
        {tree !== undefined && (
          <div role="group" aria-label="The filter in words" className="mt-1.5">
            <FilterTreeView node={tree} />
          </div>
        )}
      </td>
    </tr>
  );
}
