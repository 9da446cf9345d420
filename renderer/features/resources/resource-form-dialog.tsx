// The dialog around a create or edit form. A new resource can also be written as JSON, for all that has no field.
import { useId, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { FormMode, Problem } from './use-resource-form.ts';

interface ResourceFormDialogProps {
  readonly title: string;
  readonly saveLabel: string;
  readonly hasJson: boolean;
  readonly form: {
    readonly mode: FormMode;
    readonly text: string;
    readonly problem: Problem | undefined;
    readonly isSaving: boolean;
    readonly write: (text: string) => void;
    readonly show: (mode: FormMode) => void;
    readonly submit: () => void;
  };
  readonly onClose: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

const MODES = [
  { value: 'form', label: 'Form' },
  { value: 'json', label: 'JSON' },
] as const;

export function ResourceFormDialog(props: ResourceFormDialogProps) {
  const { title, saveLabel, hasJson, form, onClose, children } = props;
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
              options={MODES}
              value={form.mode}
              onChange={form.show}
            />
          </div>
        )}
        {form.mode === 'form' ? (
          children
        ) : (
          <CodeEditor label="New resource as JSON" value={form.text} onChange={form.write} />
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
