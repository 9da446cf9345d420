// Where the workspace and the app's own log are. The desktop app opens the folders; a browser shows where they are.
import { useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import type { ShellFolder } from '../../../shared/shell.ts';
import { shell } from '../../api/shell.ts';
import { Button } from '../../ui/button.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';

export function FolderRows({ dataDir }: { readonly dataDir: string }) {
  const isInMemory = dataDir === ':memory:';
  const logFolder = useLogFolder();
  return (
    <>
      <dt>Folder</dt>
      <dd className="flex flex-wrap items-baseline gap-2">
        <span className="font-mono text-sm wrap-anywhere text-ink-1">
          {isInMemory ? 'None: in memory, gone at exit' : dataDir}
        </span>
        {!isInMemory && <OpenButton folder="data" what="the folder of the workspace" />}
      </dd>
      <dt>Log of the app</dt>
      <dd className="flex flex-wrap items-baseline gap-2">
        {shell === undefined ? (
          <span>
            On standard error of the server, such as the terminal it was started in. Diagnostics
            have the last lines.
          </span>
        ) : (
          <span className="font-mono text-sm wrap-anywhere text-ink-1">{logFolder}</span>
        )}
        <OpenButton folder="logs" what="the folder of the log" />
      </dd>
    </>
  );
}

interface OpenButtonProps {
  readonly folder: ShellFolder;
  readonly what: string;
}

function OpenButton({ folder, what }: OpenButtonProps) {
  if (shell === undefined) return null;
  const open = () =>
    void shell
      ?.showFolder(folder)
      .catch((error: unknown) =>
        toast({ tone: 'bad', message: `The folder was not opened. ${describeError(error)}` }),
      );
  return (
    <Button variant="ghost" onPress={open}>
      <FolderOpen aria-hidden className="size-3.5" />
      Open folder<span className="sr-only">: {what}</span>
    </Button>
  );
}

function useLogFolder(): string | undefined {
  return useQuery({
    queryKey: ['log-folder'],
    enabled: shell !== undefined,
    queryFn: () => shell?.getLogFolder() ?? '',
  }).data;
}
