// Schemas and resource types as JSON: pasted, from a file, or from an address that answers with them.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { callAdmin } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { parseJson } from '../../ui/json-text.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { Draft, OnDraft } from './draft.ts';
import { NO_CHANGE, readImport } from './edit-schema.ts';

interface ImportDialogProps {
  readonly draft: Extract<Draft, { kind: 'import' }>;
  readonly onDraft: OnDraft;
  readonly onClose: () => void;
}

export function ImportDialog({ draft, onDraft, onClose }: ImportDialogProps) {
  const [text, setText] = useState(draft.text);
  const [problem, setProblem] = useState<string>();

  function next(): void {
    const documents = readImport(parseJson(text));
    if (documents === undefined) {
      setProblem('This is not a JSON document of a schema or resource type, nor a list of them.');
      return;
    }
    onDraft({
      kind: 'apply',
      title: 'Import schemas',
      change: { ...NO_CHANGE, put: [...documents] },
      back: { kind: 'import', text },
    });
  }

  return (
    <Dialog
      title="Schemas and resource types as JSON"
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={text.trim() === ''} onPress={next}>
            See what it does
          </Button>
        </>
      }
    >
      <p className="mb-3">
        Documents as RFC 7643 §6 and §7 have them, one, several, or the answer of /Schemas. Each
        creates or replaces the one of its id or name.
      </p>
      <Sources onText={setText} />
      <CodeEditor label="Schema documents" value={text} onChange={setText} />
      {problem !== undefined && (
        <p role="alert" className="mt-3 text-bad">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

function Sources({ onText }: { readonly onText: (text: string) => void }) {
  const [url, setUrl] = useState('');
  const fetching = useMutation({
    mutationFn: () => callAdmin('fetchSchemaDocument', { body: { url: url.trim() } }),
    onSuccess: ({ document }) => onText(JSON.stringify(document, null, 2)),
  });
  async function readFile(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (file !== undefined) onText(await file.text());
  }
  return (
    <div className="mb-3 flex flex-wrap items-end gap-2">
      <div className="min-w-60 flex-1">
        <TextField
          label="Address"
          placeholder="https://scim.example.com/v2/Schemas"
          value={url}
          onChange={setUrl}
          inputMode="url"
          autoComplete="off"
          isMono
          error={fetching.isError ? describeError(fetching.error) : undefined}
        />
      </div>
      <Button
        isDisabled={url.trim() === ''}
        isPending={fetching.isPending}
        onPress={() => fetching.mutate()}
      >
        Read address
      </Button>
      <FileTrigger
        acceptedFileTypes={['.json', 'application/json', 'application/scim+json']}
        onSelect={(files) => void readFile(files)}
      >
        <Button>Choose a file…</Button>
      </FileTrigger>
    </div>
  );
}
