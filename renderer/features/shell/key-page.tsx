// Shown instead of the app when this tab has no valid admin key: says why, and how to get in.
import { KeyRound } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import { findAdminKey, readAdminKey, storeAdminKey } from '../../api/admin-key.ts';
import { shell } from '../../api/shell.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface KeyPageProps {
  /** The tab has a key, but the server refused it. */
  readonly isStale?: boolean;
}

export function KeyPage({ isStale = false }: KeyPageProps) {
  const { pasted, setPasted, error, onSubmit } = useKeyForm();
  useKeyOfShell();
  return (
    <main className="flex h-full items-center justify-center overflow-auto p-6">
      <div className="w-full max-w-lg rounded-lg border border-line bg-surface-1 p-6">
        <KeyRound aria-hidden className="mb-3 size-6 text-accent" strokeWidth={1.5} />
        <h1 className="text-xl font-semibold">
          {isStale ? 'The server has a new key' : 'This page needs a key'}
        </h1>
        <p className="mt-2 text-ink-2">
          {isStale
            ? 'The server was started again or its key was rotated, so an earlier link no longer opens this page. '
            : 'Only you may open this page, so its link holds a key. '}
          Open the link that the server printed when it started. It looks like this:
        </p>
        <p className="mt-2 rounded-md bg-surface-2 px-3 py-2 font-mono text-sm wrap-anywhere">
          {location.origin}/#key=…
        </p>
        <form className="mt-4 flex flex-col gap-3" onSubmit={onSubmit}>
          <TextField
            label="Or paste that link here"
            value={pasted}
            onChange={setPasted}
            error={error}
            isMono
            autoComplete="off"
          />
          <div>
            <Button variant="primary" type="submit">
              Open
            </Button>
          </div>
        </form>
      </div>
    </main>
  );
}

/** The desktop app knows the key that holds now. */
function useKeyOfShell(): void {
  useEffect(() => {
    void shell?.getServerState().then((state) => {
      const key = state.state === 'serving' ? findAdminKey(state.uiUrl) : null;
      if (key === null || key === readAdminKey()) return;
      storeAdminKey(key);
      location.reload();
    });
  }, []);
}

function useKeyForm() {
  const [pasted, setPasted] = useState('');
  const [error, setError] = useState<string>();

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    const key = findAdminKey(pasted);
    if (key === null) {
      setError('This holds no key. The link ends with #key= and 16 or more letters and digits.');
      return;
    }
    storeAdminKey(key);
    location.reload();
  }

  return { pasted, setPasted, error, onSubmit };
}
