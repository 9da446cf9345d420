// A dialog around one form: Enter and the main button send it, and what the server refuses stands below the fields.
import { useId, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';

interface FormDialogProps {
  readonly title: string;
  readonly size?: 'small' | 'medium';
  readonly submitLabel: string;
  readonly isDangerous?: boolean;
  readonly isPending: boolean;
  /** Of the last try. */
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const { title, size = 'small', submitLabel, isDangerous = false, isPending, error } = props;
  const formId = useId();
  function submit(event: FormEvent): void {
    event.preventDefault();
    props.onSubmit();
  }
  return (
    <Dialog
      isOpen
      size={size}
      title={title}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            variant={isDangerous ? 'danger' : 'primary'}
            type="submit"
            form={formId}
            isDisabled={isPending}
          >
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3">
        {props.children}
        {error !== null && (
          <p role="alert" className="text-bad">
            {describeError(error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
