// What helps others to find out why something does not work: read first, then saved or copied. Nothing is sent.
import { useQuery } from '@tanstack/react-query';
import type { Diagnostics } from '../../../shared/admin/setting.ts';
import { callAdmin } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { saveText } from '../../ui/save-text.ts';
import { Skeleton } from '../../ui/skeleton.tsx';

export function DiagnosticsDialog({ onClose }: { readonly onClose: () => void }) {
  const query = useQuery({
    queryKey: ['diagnostics'],
    queryFn: ({ signal }) => callAdmin('getDiagnostics', {}, signal),
    gcTime: 0,
  });
  const text = query.data === undefined ? undefined : writeText(query.data);
  return (
    <Dialog
      title="Diagnostics"
      size="large"
      isOpen
      isText
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          {text !== undefined && (
            <>
              <CopyButton what="Diagnostics" caption="Copy" text={text} />
              <Button variant="primary" onPress={() => save(text)}>
                Save
              </Button>
            </>
          )}
        </>
      }
    >
      <p className="pb-3">
        This is all of it: no requests, users, groups or tokens. Nothing is sent; you decide who
        gets it.
      </p>
      {query.isPending && <Skeleton label="Collecting" lines={8} />}
      {query.isError && (
        <ErrorState
          title="The diagnostics could not be collected"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data?.parts.map((part) => (
        <section key={part.title} aria-label={part.title} className="pb-3">
          <h3 className="pb-1 font-medium text-ink-1">{part.title}</h3>
          <pre className="rounded-md bg-surface-2 px-3 py-2 font-mono text-sm wrap-anywhere whitespace-pre-wrap text-ink-1">
            {part.text}
          </pre>
        </section>
      ))}
    </Dialog>
  );
}

function writeText({ parts }: Diagnostics): string {
  return parts.map(({ title, text }) => `${title}\n${text}\n`).join('\n');
}

function save(text: string): void {
  saveText({ fileName: 'scim-mock-tenant-diagnostics.txt', mediaType: 'text/plain', text });
}
