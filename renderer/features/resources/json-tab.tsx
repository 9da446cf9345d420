// A resource as JSON: to read, to edit, and to look over what an edit changes before the SCIM engine gets it (PUT).
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { Button } from '../../ui/button.tsx';
import { ChangeTable } from '../../ui/change-table.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextDiff } from '../../ui/text-diff.tsx';
import { useJsonEdit, type JsonEdit } from './use-json-edit.ts';
import { useSchemaHints } from './use-type-schema.ts';

interface JsonTabProps {
  readonly resourceType: string;
  readonly document: JsonObject;
  /** Why it cannot be edited here, if so. */
  readonly readOnlyReason?: string;
}

export function JsonTab({ resourceType, document, readOnlyReason }: JsonTabProps) {
  const edit = useJsonEdit(resourceType, document);
  return (
    <div
      role="presentation"
      // Escape would close the details, and what is being written with them.
      onKeyDown={(event) => edit.step !== 'reading' && event.stopPropagation()}
      className="flex flex-col gap-3 px-4 py-3"
    >
      {edit.step === 'reading' && (
        <Reading document={document} edit={edit} readOnlyReason={readOnlyReason} />
      )}
      {edit.step === 'writing' && <Writing resourceType={resourceType} edit={edit} />}
      {edit.step === 'checking' && <Checking document={document} edit={edit} />}
    </div>
  );
}

interface ReadingProps {
  readonly document: JsonObject;
  readonly edit: JsonEdit;
  readonly readOnlyReason: string | undefined;
}

function Reading({ document, edit, readOnlyReason }: ReadingProps) {
  return (
    <>
      <div className="flex items-center gap-2">
        {readOnlyReason === undefined ? (
          <Button onPress={edit.start}>
            <Pencil aria-hidden className="size-3.5" />
            Edit JSON
          </Button>
        ) : (
          <p className="text-ink-2">{readOnlyReason}</p>
        )}
        <CopyButton what="JSON" text={JSON.stringify(document, null, 2)} />
      </div>
      <JsonView label="Resource as JSON" value={document} />
    </>
  );
}

interface WritingProps {
  readonly resourceType: string;
  readonly edit: JsonEdit;
}

function Writing({ resourceType, edit }: WritingProps) {
  const hints = useSchemaHints(resourceType);
  return (
    <>
      <p className="text-sm text-ink-3">
        Saving replaces the whole resource (PUT). <Name>id</Name>, <Name>meta</Name> and{' '}
        <Name>groups</Name> are kept by the server whatever stands here.
      </p>
      {edit.isOutdated && (
        <p role="status" className="flex items-center gap-2 text-warn">
          The stored resource has changed since you began.
          <Button onPress={edit.start}>Load it again</Button>
        </p>
      )}
      <CodeEditor
        label="JSON of the resource"
        value={edit.text}
        onChange={edit.write}
        hints={hints}
      />
      <Problem edit={edit} />
      <div className="flex justify-end gap-2">
        <Button onPress={edit.cancel}>Cancel</Button>
        <Button variant="primary" onPress={edit.check}>
          Review changes
        </Button>
      </div>
    </>
  );
}

interface CheckingProps {
  readonly document: JsonObject;
  readonly edit: JsonEdit;
}

const VIEWS = [
  { value: 'attributes', label: 'Attributes' },
  { value: 'unified', label: 'Text' },
  { value: 'side-by-side', label: 'Side by side' },
] as const;

function Checking({ document, edit }: CheckingProps) {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('attributes');
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">These attributes change</h3>
        <SegmentedControl
          label="Show the changes as"
          options={VIEWS}
          value={view}
          onChange={setView}
        />
      </div>
      {view === 'attributes' ? (
        <ChangeTable label="Changes to save" changes={edit.changes} />
      ) : (
        <TextDiff
          labels={['Stored', 'To save']}
          before={JSON.stringify(document, null, 2)}
          after={JSON.stringify(edit.next, null, 2)}
          form={view}
        />
      )}
      <Problem edit={edit} />
      <div className="flex justify-end gap-2">
        <Button onPress={edit.back}>Back to the editor</Button>
        <Button variant="primary" isPending={edit.isSaving} onPress={edit.save}>
          Save changes
        </Button>
      </div>
    </>
  );
}

function Problem({ edit }: { readonly edit: JsonEdit }) {
  if (edit.problem === undefined) return null;
  return (
    <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">
      {edit.problem}
    </p>
  );
}

function Name({ children }: { readonly children: string }) {
  return <code className="font-mono text-ink-2">{children}</code>;
}
