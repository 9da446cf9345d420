// The public base URL: the address under which a tunnel publishes the SCIM listener. Found out by itself from the first
// request through the tunnel, or set here.
import { useState, type FormEvent } from 'react';
import { useConnection } from '../../api/use-connection.ts';
import { useTenant } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePublicUrl } from './use-public-url.ts';

export function PublicUrlCard() {
  const tenant = useTenant();
  return (
    <section
      aria-labelledby="public-title"
      className="rounded-lg border border-line bg-surface-1 p-5 shadow-xs"
    >
      <h2 id="public-title" className="mb-1 text-lg font-semibold">
        Public address
      </h2>
      <p className="mb-3 text-ink-2">
        With a tunnel in front, answers must name the public address (meta.location, $ref). A
        request that comes through the tunnel usually tells it; where it does not, set it here.
      </p>
      {tenant === undefined ? (
        <Skeleton label="Loading the public address" lines={2} />
      ) : (
        <PublicUrlForm key={tenant.publicUrl} stored={tenant.publicUrl} />
      )}
    </section>
  );
}

function PublicUrlForm({ stored }: { readonly stored: string | null }) {
  const [url, setUrl] = useState(stored ?? '');
  const { save, isSaving, error } = usePublicUrl();
  const connection = useConnection().data;
  const hasChanged = url.trim() !== (stored ?? '');

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    save(url);
  }

  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3">
      <TextField
        label="Public base URL"
        hint={describeSource(connection?.publicUrlSource ?? null, connection?.publicTenantUrl)}
        placeholder="https://your-name.trycloudflare.com"
        value={url}
        onChange={setUrl}
        error={error}
        isMono
        inputMode="url"
        autoComplete="off"
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" isDisabled={!hasChanged} isPending={isSaving}>
          Save
        </Button>
        {(stored ?? connection?.publicTenantUrl) && (
          <Button onPress={() => save('')} isDisabled={isSaving}>
            {stored === null ? 'Forget' : 'Remove'}
          </Button>
        )}
      </div>
    </form>
  );
}

function describeSource(
  source: 'setting' | 'forwarded' | null,
  publicTenantUrl: string | null | undefined,
): string {
  if (source === 'setting') return 'Set here; it goes before what a tunnel says.';
  if (source === 'forwarded') return `Found by itself: ${publicTenantUrl}`;
  return 'Not known yet. The tenant answers on this machine only.';
}
