// The dialog around a create or edit form. A new resource can also be written as JSON, for all that has no field.
import { useId, type ReactNode } from 'react';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SchemaFields } from './schema-fields.tsx';
import type { FormMode, Problem } from './use-resource-form.ts';
import { useSchemaHints, useTypeSchema } from './use-type-schema.ts';

interface ResourceFormDialogProps {
  readonly title: string;
  readonly saveLabel: string;
  readonly resourceType: string;
  readonly hasJson: boolean;
  readonly form: {
    readonly base: JsonObject;
    readonly edit: (base: JsonObject) => void;
    readonly mode: FormMode;
    readonly text: string;
    readonly problem: Problem | undefined;
    readonly isSaving: boolean;
    readonly write: (text: string) => void;
    readonly show: (mode: FormMode) => void;
    readonly submit: () => void;
  };
  readonly onClose: () => void;
  /** The fields of the short form, where there is one. */
  readonly children?: ReactNode;
}

const MODES = [
  { value: 'form', label: 'Form' },
  { value: 'all', label: 'All attributes' },
  { value: 'json', label: 'JSON' },
] as const;

export function ResourceFormDialog(props: ResourceFormDialogProps) {
  const { title, saveLabel, resourceType, hasJson, form, onClose, children } = props;
  const schema = useTypeSchema(resourceType);
  const hints = useSchemaHints(resourceType);
  const modes = children === undefined ? MODES.slice(1) : MODES;
  const formId = useId();
  return (
    <Dialog
      isOpen
      size="medium"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} isPending={form.isSaving}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        {hasJson && (
          <div className="flex">
            <SegmentedControl
              label="Write as"
              options={modes}
              value={form.mode}
              onChange={form.show}
            />
          </div>
        )}
        {form.mode === 'form' && children}
        {form.mode === 'all' && schema !== undefined && (
          <SchemaFields schema={schema} document={form.base} onChange={form.edit} />
        )}
        {form.mode === 'json' && (
          <CodeEditor
            label="New resource as JSON"
            value={form.text}
            onChange={form.write}
            hints={hints}
          />
        )}
        <WholeProblem form={form} />
      </form>
    </Dialog>
  );
}

/** What has no field to stand at. */
function WholeProblem({ form }: Pick<ResourceFormDialogProps, 'form'>) {
  if (form.problem === undefined) return null;
  if (form.mode === 'form' && form.problem.field !== undefined) return null;
  return (
    <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">
      {form.problem.message}
    </p>
  );
}
