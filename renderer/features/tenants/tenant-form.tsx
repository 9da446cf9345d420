// Name and slug of a tenant in a dialog; the slug follows the name until it is typed by hand.
import { useState, type FormEvent, type ReactNode } from 'react';
import { tenantPath } from '../../../shared/tenant-path.ts';
import { useStatus } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { describeSlugProblem, suggestSlug } from './tenant-slug.ts';

export interface NamedTenant {
  readonly name: string;
  readonly slug: string;
}

interface TenantFormProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly initial: NamedTenant;
  /** The slug cannot be changed. */
  readonly hasFixedSlug?: boolean;
  /** The tenant that is changed may keep its own slug. */
  readonly ownSlug?: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: (tenant: NamedTenant) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

export function TenantForm(props: TenantFormProps) {
  const { title, submitLabel, hasFixedSlug = false, isPending, error, onClose, children } = props;
  const form = useTenantForm(props);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="tenant-form" isPending={isPending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id="tenant-form" className="flex flex-col gap-3" onSubmit={form.submit}>
        <TextField
          label="Name"
          value={form.name}
          onChange={form.typeName}
          error={form.nameError}
          autoFocus
          maxLength={100}
        />
        {!hasFixedSlug && (
          <TextField
            label="Slug"
            value={form.slug}
            onChange={form.typeSlug}
            error={form.slugError}
            hint={`Part of the Tenant URL: ${tenantPath(form.slug === '' ? '…' : form.slug)}`}
            isMono
          />
        )}
        {children}
        {error !== null && (
          <p role="alert" className="text-bad">
            {describeError(error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}

function useTenantForm({ initial, hasFixedSlug, ownSlug, onSubmit }: TenantFormProps) {
  const tenants = useStatus().data?.tenants ?? [];
  const [name, setName] = useState(initial.name);
  const [typedSlug, setTypedSlug] = useState<string | undefined>(initial.slug || undefined);
  const [isTried, setIsTried] = useState(false);
  const slug = typedSlug ?? suggestSlug(name);
  const taken = tenants.map((one) => one.slug).filter((one) => one !== ownSlug);
  const slugError = hasFixedSlug === true ? undefined : describeSlugProblem(slug, taken);
  const nameError = name.trim() === '' ? 'A name is needed.' : undefined;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (slugError === undefined && nameError === undefined) onSubmit({ name: name.trim(), slug });
  }

  return {
    name,
    slug,
    typeName: setName,
    typeSlug: setTypedSlug,
    nameError: isTried ? nameError : undefined,
    slugError: isTried ? slugError : undefined,
    submit,
  };
}
