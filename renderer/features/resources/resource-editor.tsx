// Opens the form that the address names: a new resource, or the one in the details.
import { toast } from '../../ui/toast.tsx';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { idOf, nameOf } from './read-resource.ts';
import type { ScreenParts } from './screen-parts.ts';
import { useResource } from './use-resource.ts';
import { useResourceSearch } from './use-resource-search.ts';

interface ResourceEditorProps {
  readonly parts: ScreenParts;
}

export function ResourceEditor({ parts }: ResourceEditorProps) {
  const address = useResourceSearch(parts.resourceType);
  const isEdit = address.form === 'edit';
  const edited = useResource(parts.resourceType, isEdit ? (address.id ?? '') : '');
  if (isEdit && edited.data === undefined) return null;

  function finish(stored: StoredResource): void {
    const name = nameOf(stored.resource);
    toast({ tone: 'good', message: `${name} ${isEdit ? 'saved' : 'created'}` });
    void address.rewrite({ form: undefined, id: idOf(stored.resource) });
  }

  return (
    <parts.Editor
      stored={isEdit ? edited.data : undefined}
      onClose={() => address.rewrite({ form: undefined })}
      onSaved={finish}
    />
  );
}
