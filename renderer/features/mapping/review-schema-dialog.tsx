// Review your schema: all mappings as the JSON that Microsoft Graph has, to read, edit, download and bring in.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { GraphSynchronizationSchema } from '../../../shared/simulator/graph-schema.ts';
import type { SynchronizationSchema } from '../../../shared/simulator/mapping.ts';
import { createApiError } from '../../api/api-error.ts';
import { callAdmin } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { saveText } from '../../ui/save-text.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import type { MappingEditor } from './use-mapping-editor.ts';

interface ReviewSchemaDialogProps {
  readonly editor: MappingEditor;
  readonly onClose: () => void;
}

const FILE_NAME = 'entra-synchronization-schema.json';

export function ReviewSchemaDialog({ editor, onClose }: ReviewSchemaDialogProps) {
  const { schema, setSchema, setSide } = editor;
  const graph = useQuery({
    queryKey: ['graph-schema', schema],
    queryFn: ({ signal }) => callAdmin('writeGraphSchema', { body: schema }, signal),
    gcTime: 0,
  });
  const [edited, setEdited] = useState<string | null>(null);
  const text = edited ?? (graph.data === undefined ? '' : JSON.stringify(graph.data, null, 2));
  const reading = useReadGraph((next, notes) => {
    setSide(null);
    setSchema(next);
    for (const message of notes) toast({ tone: 'neutral', message });
    onClose();
  });

  return (
    <Dialog
      isOpen
      size="large"
      title="Review your schema"
      onClose={onClose}
      actions={
        <>
          <FileButtons text={text} onText={setEdited} />
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={edited === null}
            isPending={reading.isPending}
            onPress={() => reading.mutate(text)}
          >
            Apply
          </Button>
        </>
      }
    >
      <p className="pb-2">
        As Microsoft Graph has it: what you download from a real tenant can be opened here, and the
        other way round. Nothing is kept until you save the mappings.
      </p>
      {graph.isPending ? (
        <Skeleton label="Loading the schema" lines={8} />
      ) : (
        <CodeEditor label="Schema" value={text} onChange={setEdited} />
      )}
      {(reading.isError || graph.isError) && (
        <p role="alert" className="pt-2 text-bad">
          {describeError(reading.error ?? graph.error)}
        </p>
      )}
    </Dialog>
  );
}

interface FileButtonsProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

function FileButtons({ text, onText }: FileButtonsProps) {
  async function readFile(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (file !== undefined) onText(await file.text());
  }
  return (
    <>
      <FileTrigger
        acceptedFileTypes={['.json', 'application/json']}
        onSelect={(files) => void readFile(files)}
      >
        <Button>Open a file…</Button>
      </FileTrigger>
      <Button
        isDisabled={text === ''}
        onPress={() => saveText({ fileName: FILE_NAME, mediaType: 'application/json', text })}
      >
        Download
      </Button>
    </>
  );
}

function useReadGraph(onRead: (schema: SynchronizationSchema, notes: readonly string[]) => void) {
  return useMutation({
    async mutationFn(text: string) {
      const body = GraphSynchronizationSchema.safeParse(readJson(text));
      if (body.success) return callAdmin('readGraphSchema', { body: body.data });
      const [issue] = body.error.issues;
      const place =
        issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
      throw createApiError({
        code: 'bad-request',
        message: `This is no synchronizationSchema of Graph. ${place}${issue?.message ?? ''}`,
      });
    },
    onSuccess: ({ schema, notes }) => onRead(schema, notes),
  });
}

/** Undefined: no JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
