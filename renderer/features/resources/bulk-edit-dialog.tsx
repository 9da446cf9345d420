// One attribute of many resources: set, added to or cleared. What would change is shown before anything does.
import { useState } from 'react';
import type { BulkEdit, BulkPlan, BulkSelection } from '../../../shared/admin/resource-tools.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { ChangeTable } from '../../ui/change-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AttributePicker } from './attribute-picker.tsx';
import { type BulkForm, readBulkForm } from './bulk-operation.ts';
import { findAttribute } from './schema-model.ts';
import type { ScreenParts } from './screen-parts.ts';
import { useBulkEdit, useBulkPlan } from './use-bulk-edit.ts';
import { useTypeSchema } from './use-type-schema.ts';

interface BulkEditDialogProps {
  readonly parts: ScreenParts;
  readonly selection: BulkSelection;
  readonly count: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const ACTIONS = [
  { value: 'set', label: 'Set' },
  { value: 'add', label: 'Add' },
  { value: 'clear', label: 'Clear' },
] as const;

export function BulkEditDialog(props: BulkEditDialogProps) {
  const { parts, count, onClose } = props;
  const edit = useEditSteps(props);
  const { plan, start } = edit;
  return (
    <Dialog
      isOpen
      size="medium"
      title={`Edit ${formatCount(count, parts.noun)}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button isPending={plan.isPending} onPress={edit.preview}>
            Preview
          </Button>
          <Button
            variant="primary"
            isDisabled={plan.data === undefined || plan.data.changed === 0}
            isPending={start.isPending}
            onPress={edit.apply}
          >
            Apply to {formatNumber(count)}
          </Button>
        </>
      }
    >
      <EditForm edit={edit} />
      {plan.data !== undefined && <PlanView plan={plan.data} noun={parts.noun} />}
      {(plan.error ?? start.error) !== null && (
        <p role="alert" className="pt-3 text-bad">
          {describeError(plan.error ?? start.error)}
        </p>
      )}
    </Dialog>
  );
}

function EditForm({ edit }: { readonly edit: EditSteps }) {
  const { form, problem } = edit;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex">
        <SegmentedControl
          label="What to do"
          options={ACTIONS}
          value={form.action}
          onChange={(action) => edit.change({ action })}
        />
      </div>
      <AttributePicker
        label="Attribute"
        schema={edit.schema}
        path={form.path}
        onChange={(path) => path !== form.path && edit.change({ path })}
        error={form.path === '' ? problem : undefined}
      />
      {form.action !== 'clear' && (
        <TextField
          label="Value"
          value={form.text}
          onChange={(text) => edit.change({ text })}
          hint={edit.attribute?.description ?? ''}
          error={form.path === '' ? undefined : problem}
        />
      )}
    </div>
  );
}

interface PlanViewProps {
  readonly plan: BulkPlan;
  readonly noun: string;
}

function PlanView({ plan, noun }: PlanViewProps) {
  const isPart = plan.tried < plan.selected;
  return (
    <section aria-label="Preview" aria-live="polite" className="flex flex-col gap-2 pt-4">
      <p className="text-ink-1">
        {isPart && `Of the first ${formatNumber(plan.tried)} of ${formatNumber(plan.selected)}: `}
        <strong>{formatCount(plan.changed, noun)}</strong> would change,{' '}
        {formatNumber(plan.unchanged)} would stay as they are
        {plan.refused > 0 && `, ${formatNumber(plan.refused)} would be refused`}.
      </p>
      {plan.refusals.map(({ id, name, reason }) => (
        <p key={id} className="text-sm text-bad">
          {name}: {reason}
        </p>
      ))}
      {plan.examples.map(({ id, name, changes }) => (
        <div key={id}>
          <h3 className="text-sm font-medium text-ink-1">{name}</h3>
          <ChangeTable label={`Changes of ${name}`} changes={changes} />
        </div>
      ))}
    </section>
  );
}

type EditSteps = ReturnType<typeof useEditSteps>;

const EMPTY: BulkForm = { action: 'set', path: '', text: '' };

function useEditSteps({ parts, selection, onClose, onDone }: BulkEditDialogProps) {
  const tenant = useTenantSlug();
  const schema = useTypeSchema(parts.resourceType);
  const [form, setForm] = useState(EMPTY);
  const [problem, setProblem] = useState<string>();
  const plan = useBulkPlan(tenant, parts.resourceType);
  const start = useBulkEdit(tenant, parts.resourceType);
  // A value filter picks elements of the attribute before it.
  const attribute = schema && findAttribute(schema, form.path.replaceAll(/\[.*?\]/g, ''));

  function withOperation(act: (operation: JsonObject) => void): void {
    const read = readBulkForm(form, attribute);
    if ('problem' in read) setProblem(read.problem);
    else act(read.operation);
  }

  function orderOf(operation: JsonObject): BulkEdit {
    return { selection, change: { kind: 'patch', operations: [operation] } };
  }

  return {
    form,
    problem,
    schema,
    attribute,
    plan,
    start,
    change(part: Partial<BulkForm>): void {
      setForm({ ...form, ...part });
      setProblem(undefined);
      plan.reset();
    },
    preview: () => withOperation((operation) => plan.mutate(orderOf(operation))),
    apply: () =>
      withOperation((operation) =>
        start.mutate(orderOf(operation), {
          onSuccess() {
            onClose();
            onDone();
          },
        }),
      ),
  };
}
