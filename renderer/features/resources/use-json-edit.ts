// The steps of editing a resource as JSON: reading, writing, checking what changes, saving through the SCIM engine.
import { useState } from 'react';
import type { AttributeChange } from '../../../shared/admin/request-log.ts';
import { isJsonObject, type JsonObject } from '../../../shared/scim/json.ts';
import { parseJson } from '../../ui/json-text.ts';
import { toast } from '../../ui/toast.tsx';
import { diffDocuments } from './diff-documents.ts';
import { idOf, nameOf, textAt } from './read-resource.ts';
import { refusalText } from './refusal-text.ts';
import { useReplaceResource } from './use-resource.ts';

export interface JsonEdit {
  readonly step: 'reading' | 'writing' | 'checking';
  readonly text: string;
  /** The document to save, while it is looked over. */
  readonly next: JsonObject;
  readonly problem: string | undefined;
  readonly changes: readonly AttributeChange[];
  readonly isSaving: boolean;
  /** Another version was stored since the edit began. */
  readonly isOutdated: boolean;
  readonly start: () => void;
  readonly write: (text: string) => void;
  readonly check: () => void;
  readonly back: () => void;
  readonly save: () => void;
  readonly cancel: () => void;
}

interface EditState {
  readonly step: JsonEdit['step'];
  readonly text: string;
  readonly problem: string | undefined;
  readonly next: JsonObject;
  readonly basedOn: string;
}

const READING: EditState = { step: 'reading', text: '', problem: undefined, next: {}, basedOn: '' };

export function useJsonEdit(resourceType: string, document: JsonObject): JsonEdit {
  const [state, setState] = useState(READING);
  const replacing = useReplaceResource(resourceType);
  const version = textAt(document, ['meta', 'version']);
  const change = (part: Partial<EditState>) => setState((old) => ({ ...old, ...part }));

  function check(): void {
    const next = parseJson(state.text);
    if (!isJsonObject(next)) change({ problem: notAnObject(next === undefined) });
    else if (diffDocuments(document, next).length === 0) change({ problem: NO_DIFFERENCE });
    else change({ step: 'checking', next, problem: undefined });
  }

  function save(): void {
    replacing.mutate(
      { id: idOf(document), body: state.next },
      {
        onSuccess: (stored) => {
          setState(READING);
          toast({ tone: 'good', message: `${nameOf(stored.resource)} saved` });
        },
        onError: (error) => change({ step: 'writing', problem: refusalText(error) }),
      },
    );
  }

  return {
    ...state,
    changes: state.step === 'checking' ? diffDocuments(document, state.next) : [],
    isSaving: replacing.isPending,
    isOutdated: state.step !== 'reading' && state.basedOn !== version,
    start: () =>
      setState({ ...READING, step: 'writing', text: pretty(document), basedOn: version }),
    write: (text) => change({ text, problem: undefined }),
    check,
    back: () => change({ step: 'writing', problem: undefined }),
    save,
    cancel: () => setState(READING),
  };
}

const NO_DIFFERENCE = 'No attribute differs from what is stored.';

function notAnObject(isBroken: boolean): string {
  return isBroken
    ? 'This is not JSON yet: see the mark in the editor.'
    : 'A resource is a JSON object, in braces.';
}

function pretty(document: JsonObject): string {
  return JSON.stringify(document, null, 2);
}
