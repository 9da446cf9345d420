// The state of the screen: the draft, who it is previewed for, and what stands at the side.
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { SynchronizationSchema } from '../../../shared/simulator/mapping.ts';
import type { ObjectMapping } from '../../../shared/simulator/mapping.ts';
import { sourceAttributesOf } from '../../../shared/simulator/source-attributes.ts';
import { objectOf, withObject, type ObjectType } from './schema-draft.ts';
import { useFindings, useJobScope, usePreview } from './use-mapping.ts';

const route = getRouteApi('/entra/mapping');

/** A mapping by its number, the requests of the preview, or the scope of who is previewed. */
export type Side =
  | { readonly kind: 'mapping'; readonly index: number }
  | { readonly kind: 'requests' }
  | { readonly kind: 'scope' };

export type MappingEditor = ReturnType<typeof useMappingEditor>;

export function useMappingEditor(application: string, saved: SynchronizationSchema) {
  const { object: objectType = 'User', person } = route.useSearch();
  const navigate = route.useNavigate();
  const [draft, setDraft] = useState<SynchronizationSchema | null>(null);
  const [side, setSide] = useState<Side | null>(null);
  const [isFlagged, setFlagged] = useState(false);
  const schema = draft ?? saved;
  const findings = useFindings(schema);
  const { userSourceAttributes } = schema;
  // The expression editor is built anew for another array.
  const sources = useMemo(
    () => sourceAttributesOf({ userSourceAttributes }, objectType),
    [userSourceAttributes, objectType],
  );
  const sourceNames = useMemo(() => sources.map(({ name }) => name), [sources]);
  const scope = useJobScope(application);
  const preview = usePreview({ application, objectId: person, schema, scope, isFlagged });
  const isOfObject = preview.data?.objectType === objectType && person !== undefined;
  return {
    application,
    objectType,
    schema,
    object: objectOf(schema, objectType),
    /** Attributes of the directory that a mapping or a filter may name. */
    sources,
    sourceNames,
    isChanged: draft !== null,
    findings,
    errorCount: findings.filter(({ severity }) => severity === 'error').length,
    person,
    preview: isOfObject ? preview.data : undefined,
    /** *Sync only assigned users and groups*, or all. */
    scope,
    previewError: preview.error,
    side,
    isFlagged,
    setSide,
    setFlagged,
    setSchema: (next: SynchronizationSchema | null) => setDraft(next),
    setObject: (next: ObjectMapping) => setDraft(withObject(schema, next)),
    showObject: (next: ObjectType) => {
      setSide(null);
      void navigate({ search: { object: next === 'User' ? undefined : next } });
    },
    choosePerson: (next: string | undefined) =>
      void navigate({ search: (search) => ({ ...search, person: next }), replace: true }),
  };
}
