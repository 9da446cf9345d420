// The form of a new or changed resource of any type: a field for every attribute, or JSON.
import { ResourceFormDialog } from '../resources/resource-form-dialog.tsx';
import type { TypeSchema } from '../resources/schema-model.ts';
import type { EditorProps } from '../resources/screen-parts.ts';
import { type FormModel, useResourceForm } from '../resources/use-resource-form.ts';

interface CustomEditorProps extends EditorProps {
  readonly schema: TypeSchema;
}

export function CustomEditor({ schema, ...props }: CustomEditorProps) {
  const form = useResourceForm(modelOf(schema), props);
  const isNew = props.stored === undefined;
  const noun = schema.name.toLowerCase();
  return (
    <ResourceFormDialog
      title={isNew ? `New ${noun}` : `Edit ${noun}`}
      saveLabel={isNew ? `Create ${noun}` : 'Save'}
      resourceType={schema.name}
      hasJson
      form={form}
      onClose={props.onClose}
    />
  );
}

/** Without a short form: the document is all there is. */
function modelOf({ name, coreUrn }: TypeSchema): FormModel<object> {
  return {
    resourceType: name,
    empty: {},
    read: () => ({}),
    write: (document) => ({ schemas: [coreUrn], ...document }),
    operations: () => [],
    attributes: {},
    firstMode: 'all',
  };
}
