// The state of a create or edit form: fields or JSON, where the engine's refusal belongs, and the save itself
// (POST of the document, or PATCH of only what differs).
import { useState } from 'react';
import type { ResourceTypeName, StoredResource } from '../../../shared/admin/resource.ts';
import { isJsonObject, type JsonObject } from '../../../shared/scim/json.ts';
import { parseJson } from '../../ui/json-text.ts';
import { fieldOfError } from './field-of-error.ts';
import { patchMessage, type PatchOperation } from './patch-message.ts';
import { idOf } from './read-resource.ts';
import { refusalText } from './refusal-text.ts';
import type { EditorProps } from './screen-parts.ts';
import { useCreateResource, usePatchResource } from './use-resource.ts';

/** A form and its translations to and from SCIM. */
export interface FormModel<Form> {
  readonly resourceType: ResourceTypeName;
  readonly empty: Form;
  readonly read: (document: JsonObject) => Form;
  readonly write: (document: JsonObject, form: Form) => JsonObject;
  readonly operations: (stored: JsonObject, form: Form) => readonly PatchOperation[];
  /** SCIM attribute of each field, to find the field that an error names. */
  readonly attributes: Readonly<Partial<Record<keyof Form & string, string>>>;
  readonly required: { readonly field: keyof Form & string; readonly message: string };
}

export interface Problem {
  /** undefined: it is about the whole. */
  readonly field: string | undefined;
  readonly message: string;
}

export type FormMode = 'form' | 'json';

export interface ResourceForm<Form> {
  readonly values: Form;
  readonly mode: FormMode;
  readonly text: string;
  readonly problem: Problem | undefined;
  readonly isSaving: boolean;
  readonly set: (change: Partial<Form>) => void;
  readonly errorOf: (field: keyof Form & string) => string | undefined;
  readonly write: (text: string) => void;
  readonly show: (mode: FormMode) => void;
  readonly submit: () => void;
}

interface FormState<Form> {
  readonly values: Form;
  /** What the form does not show is kept here. */
  readonly base: JsonObject;
  readonly mode: FormMode;
  readonly text: string;
  readonly problem: Problem | undefined;
}

export function useResourceForm<Form>(
  model: FormModel<Form>,
  { stored, onSaved, onClose }: EditorProps,
): ResourceForm<Form> {
  const [state, setState] = useState<FormState<Form>>(() => startState(model, stored));
  const saving = useSaving(model, { stored, onSaved, onClose });
  const change = (part: Partial<FormState<Form>>) => setState((old) => ({ ...old, ...part }));

  function show(mode: FormMode): void {
    if (mode === state.mode) return;
    if (mode === 'json') {
      const text = JSON.stringify(model.write(state.base, state.values), null, 2);
      change({ mode, text, problem: undefined });
      return;
    }
    const base = parseJson(state.text);
    if (!isJsonObject(base)) change({ problem: NOT_JSON });
    else change({ mode, base, values: model.read(base), problem: undefined });
  }

  function submit(): void {
    const draft = readDraft(model, state);
    if ('problem' in draft) change(draft);
    else saving.save(draft, (problem) => change({ problem }));
  }

  return {
    ...state,
    isSaving: saving.isSaving,
    set: (values) => change({ values: { ...state.values, ...values }, problem: undefined }),
    errorOf: (field) => (state.problem?.field === field ? state.problem.message : undefined),
    write: (text) => change({ text, problem: undefined }),
    show,
    submit,
  };
}

const NOT_JSON: Problem = { field: undefined, message: 'This is not a JSON object yet.' };

interface Draft<Form> {
  readonly document: JsonObject;
  readonly values: Form;
}

function startState<Form>(
  model: FormModel<Form>,
  stored: StoredResource | undefined,
): FormState<Form> {
  const base = stored?.resource ?? {};
  const values = stored === undefined ? model.empty : model.read(base);
  return { values, base, mode: 'form', text: '', problem: undefined };
}

function readDraft<Form>(
  model: FormModel<Form>,
  state: FormState<Form>,
): Draft<Form> | { readonly problem: Problem } {
  if (state.mode === 'json') {
    const document = parseJson(state.text);
    return isJsonObject(document) ? { document, values: state.values } : { problem: NOT_JSON };
  }
  const { field, message } = model.required;
  if (String(state.values[field]).trim() === '') return { problem: { field, message } };
  return { document: model.write(state.base, state.values), values: state.values };
}

function useSaving<Form>(model: FormModel<Form>, { stored, onSaved, onClose }: EditorProps) {
  const creation = useCreateResource(model.resourceType);
  const patch = usePatchResource(model.resourceType);

  function save(draft: Draft<Form>, onProblem: (problem: Problem) => void): void {
    const outcome = {
      onSuccess: onSaved,
      onError: (error: Error) =>
        onProblem({ field: fieldOfError(error, model.attributes), message: refusalText(error) }),
    };
    if (stored === undefined) {
      creation.mutate(draft.document, outcome);
      return;
    }
    const operations = model.operations(stored.resource, draft.values);
    if (operations.length === 0) onClose();
    else patch.mutate({ id: idOf(stored.resource), body: patchMessage(operations) }, outcome);
  }

  return { save, isSaving: creation.isPending || patch.isPending };
}
