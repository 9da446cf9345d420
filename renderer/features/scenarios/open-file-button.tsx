// A scenario of one's own, from a YAML or JSON file. What is wrong with it is told line by line.
import { FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { openScenarioFile } from './opened-file.ts';

interface OpenFileButtonProps {
  readonly onOpened: () => void;
}

export function OpenFileButton({ onOpened }: OpenFileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();

  async function open(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    try {
      await openScenarioFile(file);
      onOpened();
    } catch (error) {
      setProblem(describeError(error));
    }
  }

  return (
    <>
      <Button onPress={() => input.current?.click()}>
        <FolderOpen aria-hidden className="size-3.5" />
        Open a file
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Scenario file"
        accept=".yaml,.yml,.json"
        onChange={(event) => {
          void open(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {problem !== undefined && (
        <Dialog
          title="This file is no scenario"
          size="medium"
          isOpen
          isText
          onClose={() => setProblem(undefined)}
          actions={<Button onPress={() => setProblem(undefined)}>Close</Button>}
        >
          <p className="pb-2">File, line and step of all that is wrong:</p>
          <pre className="font-mono text-sm whitespace-pre-wrap text-ink-1">{problem}</pre>
        </Dialog>
      )}
    </>
  );
}
