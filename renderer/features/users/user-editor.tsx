// The form of a new or changed user.
import type { JsonObject } from '../../../shared/scim/json.ts';
import { TextField } from '../../ui/text-field.tsx';
import { textAt } from '../resources/read-resource.ts';
import { ENTERPRISE_USER } from '../resources/scim-names.ts';
import { ResourceFormDialog } from '../resources/resource-form-dialog.tsx';
import { UserPicker, type FoundUser } from '../resources/user-picker.tsx';
import type { EditorProps } from '../resources/screen-parts.ts';
import { SwitchField } from '../resources/switch-field.tsx';
import { useResourceForm, type ResourceForm } from '../resources/use-resource-form.ts';
import { userFormModel, type UserForm } from './user-form-model.ts';

export function UserEditor(props: EditorProps) {
  const { stored, draft, onClose } = props;
  const form = useResourceForm(userFormModel, props);
  const isNew = stored === undefined;
  return (
    <ResourceFormDialog
      title={isNew ? 'New user' : 'Edit user'}
      saveLabel={isNew ? 'Create user' : 'Save'}
      resourceType="User"
      hasJson={isNew}
      form={form}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
        <Field form={form} name="userName" label="User name" isRequired autoFocus />
        <Field form={form} name="displayName" label="Display name" />
        <Field form={form} name="givenName" label="First name" />
        <Field form={form} name="familyName" label="Last name" />
        <Field form={form} name="email" label="Work e-mail" type="email" />
        <Field form={form} name="externalId" label="External ID" isMono />
        <Field form={form} name="title" label="Job title" />
        <Field form={form} name="department" label="Department" />
        <UserPicker
          label="Manager"
          placeholder="Type a name"
          initial={managerOf(stored?.resource ?? draft)}
          error={form.errorOf('manager')}
          onPick={(user) => form.set({ manager: user?.id ?? '' })}
        />
        <SwitchField
          label="Active"
          onWord="May sign in"
          offWord="Turned off"
          isOn={form.values.active}
          onChange={(active) => form.set({ active })}
        />
      </div>
    </ResourceFormDialog>
  );
}

interface FieldProps {
  readonly form: ResourceForm<UserForm>;
  readonly name: Exclude<keyof UserForm, 'active'>;
  readonly label: string;
  readonly type?: 'email' | 'text';
  readonly isRequired?: boolean;
  readonly isMono?: boolean;
  readonly autoFocus?: boolean;
}

function Field({ form, name, ...rest }: FieldProps) {
  return (
    <TextField
      {...rest}
      value={form.values[name]}
      onChange={(value) => form.set({ [name]: value })}
      error={form.errorOf(name)}
    />
  );
}

function managerOf(resource: JsonObject | undefined): FoundUser | undefined {
  if (resource === undefined) return undefined;
  const id = textAt(resource, [ENTERPRISE_USER, 'manager', 'value']);
  const name = textAt(resource, [ENTERPRISE_USER, 'manager', 'displayName']);
  return id === '' ? undefined : { id, name: name || id, userName: '' };
}
