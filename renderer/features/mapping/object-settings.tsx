// Whether objects of a type are provisioned, and what may be done to them in the target.
import { CheckBox } from '../../ui/check-box.tsx';
import { Section } from '../../ui/section.tsx';
import { FindingList } from './finding-list.tsx';
import { findingsAt } from './schema-draft.ts';
import type { MappingEditor } from './use-mapping-editor.ts';

const ACTIONS = [
  ['create', 'Create'],
  ['update', 'Update'],
  ['delete', 'Delete'],
] as const;

export function ObjectSettings({ editor }: { readonly editor: MappingEditor }) {
  const { object, objectType, setObject, findings } = editor;
  const { targetActions } = object;
  return (
    <Section title={object.name}>
      <div className="flex flex-wrap gap-x-8 gap-y-2">
        <fieldset>
          <legend className="text-sm font-medium text-ink-2">Enabled</legend>
          <CheckBox
            isSelected={object.enabled}
            isDisabled={objectType === 'User'}
            onChange={(enabled) => setObject({ ...object, enabled })}
          >
            {objectType === 'User' ? 'Users are always provisioned' : 'Groups are provisioned'}
          </CheckBox>
        </fieldset>
        <fieldset>
          <legend className="text-sm font-medium text-ink-2">Target object actions</legend>
          <div className="flex gap-4">
            {ACTIONS.map(([action, label]) => (
              <CheckBox
                key={action}
                isSelected={targetActions[action]}
                onChange={(isOn) =>
                  setObject({ ...object, targetActions: { ...targetActions, [action]: isOn } })
                }
              >
                {label}
              </CheckBox>
            ))}
          </div>
        </fieldset>
      </div>
      <div className="mt-2">
        <FindingList
          findings={findingsAt(
            findings,
            objectType,
            ({ kind }) => kind === 'object' || kind === 'attribute' || kind === 'sourceAttribute',
          )}
        />
      </div>
    </Section>
  );
}
