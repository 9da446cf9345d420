// The state of a create or edit form: fields or JSON, where the engine's refusal belongs, and the save itself
// (POST of the document, or PATCH of only what differs).
import { useState } from 'react';
import { isJsonObject, type JsonObject } from '../../../shared/scim/json.ts';
import { parseJson } from '../../ui/json-text.ts';
import { fieldOfError } from './field-of-error.ts';
import { patchMessage, type PatchOperation } from './patch-message.ts';
import { idOf } from './read-resource.ts';
import { refusalText } from './refusal-text.ts';
import type { EditorProps } from './screen-parts.ts';
import { useCreateResource, usePatchResource, useReplaceResource } from './use-resource.ts';

/** A form and its translations to and from SCIM. */
export interface FormModel<Form> {
  readonly resourceType: string;
  readonly empty: Form;
  readonly read: (document: JsonObject) => Form;
  readonly write: (document: JsonObject, form: Form) => JsonObject;
  readonly operations: (stored: JsonObject, form: Form) => readonly PatchOperation[];
  /** SCIM attribute of each field, to find the field that an error names. */
  readonly attributes: Readonly<Partial<Record<keyof Form & string, string>>>;
  readonly required?: { readonly field: keyof Form & string; readonly message: string };
  /** `form` where it is not said. */
  readonly firstMode?: FormMode;
}

export interface Problem {
  /** undefined: it is about the whole. */
  readonly field: string | undefined;
  readonly message: string;
}

/** `all`: a field for every attribute of the schema. */
export type FormMode = 'form' | 'all' | 'json';

export interface ResourceForm<Form> {
  readonly values: Form;
  /** The whole, in mode `all`. */
  readonly base: JsonObject;
  readonly mode: FormMode;
  readonly text: string;
  readonly problem: Problem | undefined;
  readonly isSaving: boolean;
  readonly set: (change: Partial<Form>) => void;
  readonly errorOf: (field: keyof Form & string) => string | undefined;
  readonly write: (text: string) => void;
  readonly edit: (base: JsonObject) => void;
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
  props: EditorProps,
): ResourceForm<Form> {
  const [state, setState] = useState<FormState<Form>>(() => startState(model, props));
  const saving = useSaving(model, props);
  const change = (part: Partial<FormState<Form>>) => setState((old) => ({ ...old, ...part }));

  function show(mode: FormMode): void {
    if (mode === state.mode) return;
    const base = readWhole(model, state);
    if (base === undefined) change({ problem: NOT_JSON });
    else {
      const text = JSON.stringify(base, null, 2);
      change({ mode, base, text, values: model.read(base), problem: undefined });
    }
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
    edit: (base) => change({ base, problem: undefined }),
    show,
    submit,
  };
}

const NOT_JSON: Problem = { field: undefined, message: 'This is not a JSON object yet.' };

interface Draft<Form> {
  readonly document: JsonObject;
  readonly values: Form;
  /** Written as a whole: it replaces what is stored. */
  readonly isWhole: boolean;
}

function startState<Form>(model: FormModel<Form>, { stored, draft }: EditorProps): FormState<Form> {
  const base = stored?.resource ?? draft ?? {};
  const isNew = stored === undefined && draft === undefined;
  const values = isNew ? model.empty : model.read(base);
  return { values, base, mode: model.firstMode ?? 'form', text: '', problem: undefined };
}

/** The document as the mode on screen says it; undefined for text that is none. */
function readWhole<Form>(model: FormModel<Form>, state: FormState<Form>): JsonObject | undefined {
  if (state.mode === 'form') return model.write(state.base, state.values);
  if (state.mode === 'all') return state.base;
  const document = parseJson(state.text);
  return isJsonObject(document) ? document : undefined;
}

function readDraft<Form>(
  model: FormModel<Form>,
  state: FormState<Form>,
): Draft<Form> | { readonly problem: Problem } {
  const { required } = model;
  if (state.mode === 'form' && required !== undefined) {
    const { field, message } = required;
    if (String(state.values[field]).trim() === '') return { problem: { field, message } };
  }
  const document = readWhole(model, state);
  if (document === undefined) return { problem: NOT_JSON };
  return { document, values: state.values, isWhole: state.mode !== 'form' };
}

function useSaving<Form>(model: FormModel<Form>, { stored, onSaved, onClose }: EditorProps) {
  const creation = useCreateResource(model.resourceType);
  const patch = usePatchResource(model.resourceType);
  const replacing = useReplaceResource(model.resourceType);

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
    if (draft.isWhole) {
      replacing.mutate({ id: idOf(stored.resource), body: draft.document }, outcome);
      return;
    }
    const operations = model.operations(stored.resource, draft.values);
    if (operations.length === 0) onClose();
    else patch.mutate({ id: idOf(stored.resource), body: patchMessage(operations) }, outcome);
  }

  return { save, isSaving: creation.isPending || patch.isPending || replacing.isPending };
}
