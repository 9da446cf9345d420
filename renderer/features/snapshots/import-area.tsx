// Where a snapshot file can be dropped, and the button that chooses one; both look into it first.
import { FileUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { sourceOfFile, type ImportSource } from '../../api/import-source.ts';
import { Button } from '../../ui/button.tsx';

interface ImportButtonProps {
  readonly onFile: (source: ImportSource) => void;
}

export function ImportButton({ onFile }: ImportButtonProps) {
  function take(files: FileList | null): void {
    const file = files?.item(0);
    if (file != null) onFile(sourceOfFile('snapshot', file));
  }
  return (
    <FileTrigger acceptedFileTypes={['.scimsnap']} onSelect={take}>
      <Button>
        <FileUp aria-hidden className="size-4" />
        Import…
      </Button>
    </FileTrigger>
  );
}

interface DropAreaProps extends ImportButtonProps {
  readonly children: ReactNode;
}

/** Beside the button, which does the same by keyboard. */
export function DropArea({ onFile, children }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false);

  function drop(event: React.DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file !== null) onFile(sourceOfFile('snapshot', file));
  }

  return (
    <div
      role="presentation"
      className="relative flex min-h-0 flex-1 flex-col"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(event.dataTransfer.types.includes('Files'));
      }}
      onDragLeave={(event) => {
        if (
          !(event.relatedTarget instanceof Node) ||
          !event.currentTarget.contains(event.relatedTarget)
        ) {
          setIsOver(false);
        }
      }}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute inset-2 z-10 flex items-center justify-center rounded-lg border-2 border-dashed border-accent bg-surface-1/90 font-medium">
          Drop the snapshot file to look into it
        </div>
      )}
    </div>
  );
}
