// What discovery does not tell although the tenant has it: a client that goes by discovery will not find it.
import { Info } from 'lucide-react';
import { useDiscovery } from './use-schemas.ts';
import { findUntold } from './find-untold.ts';
import type { KnownSchema } from './read-documents.ts';

export function DiscoveryNotices({ schemas }: { readonly schemas: readonly KnownSchema[] }) {
  const discovery = useDiscovery().data;
  if (discovery === undefined) return null;
  const untold = findUntold(schemas, discovery.schemas);
  if (untold.length === 0) return null;
  return (
    <div role="note" className="flex gap-2 border-b border-line bg-warn-soft px-4 py-2">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <ul className="min-w-0">
        {untold.map(({ urn, paths }) => (
          <li key={urn} className="wrap-anywhere">
            {paths.length === 0 ? (
              <>
                No resource type has <code className="font-mono text-sm">{urn}</code>: discovery
                does not tell of it.
              </>
            ) : (
              <>
                Discovery leaves out {paths.join(', ')} of{' '}
                <code className="font-mono text-sm">{urn}</code>, as the profile says; the tenant
                takes them all the same.
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
