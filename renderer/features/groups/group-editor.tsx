// The form of a new or changed group.
import { TextField } from '../../ui/text-field.tsx';
import { ResourceFormDialog } from '../resources/resource-form-dialog.tsx';
import type { EditorProps } from '../resources/screen-parts.ts';
import { useResourceForm } from '../resources/use-resource-form.ts';
import { groupFormModel } from './group-form-model.ts';

export function GroupEditor(props: EditorProps) {
  const { stored, onClose } = props;
  const form = useResourceForm(groupFormModel, props);
  const isNew = stored === undefined;
  return (
    <ResourceFormDialog
      title={isNew ? 'New group' : 'Edit group'}
      saveLabel={isNew ? 'Create group' : 'Save'}
      resourceType="Group"
      hasJson={isNew}
      form={form}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
        <TextField
          label="Display name"
          isRequired
          autoFocus
          value={form.values.displayName}
          onChange={(displayName) => form.set({ displayName })}
          error={form.errorOf('displayName')}
        />
        <TextField
          label="External ID"
          isMono
          value={form.values.externalId}
          onChange={(externalId) => form.set({ externalId })}
          error={form.errorOf('externalId')}
        />
      </div>
    </ResourceFormDialog>
  );
}
