// Opens the form that the address names: a new resource, or the one in the details.
import { toast } from '../../ui/toast.tsx';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { idOf, nameOf } from './read-resource.ts';
import type { ScreenParts } from './screen-parts.ts';
import { useResource } from './use-resource.ts';
import { useResourceSearch } from './use-resource-search.ts';

interface ResourceEditorProps {
  readonly parts: ScreenParts;
}

export function ResourceEditor({ parts }: ResourceEditorProps) {
  const address = useResourceSearch();
  const isEdit = address.form === 'edit';
  const hasOriginal = isEdit || address.form === 'copy';
  const original = useResource(parts.resourceType, hasOriginal ? (address.id ?? '') : '');
  if (hasOriginal && original.data === undefined) return null;

  function finish(stored: StoredResource): void {
    const name = nameOf(stored.resource);
    toast({ tone: 'good', message: `${name} ${isEdit ? 'saved' : 'created'}` });
    void address.rewrite({ form: undefined, id: idOf(stored.resource) });
  }

  return (
    <parts.Editor
      stored={isEdit ? original.data : undefined}
      draft={hasOriginal && !isEdit ? copyOf(original.data) : undefined}
      onClose={() => address.rewrite({ form: undefined })}
      onSaved={finish}
    />
  );
}

/** Kept by the server, or the original's alone. */
const NOT_COPIED = new Set(['id', 'meta', 'groups', 'members', 'externalId', 'userName']);

/** What a new one like it begins as: without what identifies the original. */
function copyOf(original: StoredResource | undefined): JsonObject {
  const entries = Object.entries(original?.resource ?? {});
  return Object.fromEntries(entries.filter(([name]) => !NOT_COPIED.has(name)));
}
