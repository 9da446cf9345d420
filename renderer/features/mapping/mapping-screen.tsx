// Both object mappings with their toolbar; at the side what is being looked at closely.
import { useState } from 'react';
import type { SynchronizationSchema } from '../../../shared/simulator/mapping.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { MenuButton, type MenuAction } from '../../ui/menu-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { PrincipalPicker } from '../entra/principal-picker.tsx';
import { MappingDialogs, type MappingTask } from './mapping-dialogs.tsx';
import { MappingTable } from './mapping-table.tsx';
import { ObjectSettings } from './object-settings.tsx';
import type { ObjectType } from './schema-draft.ts';
import { ScopeSection } from './scope-section.tsx';
import { SidePane } from './side-pane.tsx';
import { useMappingEditor, type MappingEditor } from './use-mapping-editor.ts';
import { useSaveSchema } from './use-mapping.ts';

interface MappingScreenProps {
  readonly application: string;
  readonly saved: SynchronizationSchema;
}

export function MappingScreen({ application, saved }: MappingScreenProps) {
  const editor = useMappingEditor(application, saved);
  const [task, setTask] = useState<MappingTask | null>(null);
  return (
    <>
      <Toolbar editor={editor} onTask={setTask} />
      <SplitPane
        storageName="entra-mapping"
        sideLabel="Details of the mapping"
        side={editor.side !== null && <SidePane editor={editor} />}
      >
        <div className="min-h-0 flex-1 overflow-auto">
          <ObjectSettings editor={editor} />
          <ScopeSection editor={editor} />
          <MappingTable editor={editor} />
        </div>
      </SplitPane>
      <MappingDialogs editor={editor} task={task} onClose={() => setTask(null)} />
    </>
  );
}

interface ToolbarProps {
  readonly editor: MappingEditor;
  readonly onTask: (task: MappingTask) => void;
}

function Toolbar({ editor, onTask }: ToolbarProps) {
  const { objectType, preview } = editor;
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2 border-b border-line px-4 py-2">
      <SegmentedControl
        label="Object"
        options={(['User', 'Group'] as const).map((value) => ({
          value,
          label: `${value}s${spellErrors(editor, value)}`,
        }))}
        value={objectType}
        onChange={editor.showObject}
      />
      <div className="w-56">
        <PrincipalPicker
          key={`${objectType} ${preview?.objectId ?? ''}`}
          label="Preview for"
          placeholder={
            objectType === 'User' ? 'A person of the directory' : 'A group of the directory'
          }
          objectType={objectType}
          initial={preview === undefined ? null : { ...preview, userPrincipalName: null }}
          error={editor.previewError === null ? undefined : 'The preview failed.'}
          onPick={(principal) => editor.choosePerson(principal?.objectId)}
        />
      </div>
      {preview !== undefined && (
        <Button onPress={() => editor.setSide({ kind: 'requests' })}>What will be sent</Button>
      )}
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-end gap-2">
        <MenuButton label="Advanced options" actions={advancedOptions(objectType, onTask)} />
        <SaveButtons editor={editor} />
      </div>
    </div>
  );
}

function advancedOptions(
  objectType: ObjectType,
  onTask: ToolbarProps['onTask'],
): readonly MenuAction[] {
  const option = (id: MappingTask, label: string) => ({ id, label, onAction: () => onTask(id) });
  const sources = option('sources', 'Edit attribute list for Microsoft Entra ID');
  return [
    ...(objectType === 'User' ? [sources] : []),
    option('attributes', 'Edit attribute list'),
    option('review', 'Review your schema'),
    option('restore', 'Restore default mappings'),
  ];
}

/** Errors of either object keep both from being saved. */
function spellErrors({ findings }: MappingEditor, objectType: ObjectType): string {
  const errors = findings.filter(
    (finding) => finding.severity === 'error' && finding.objectType === objectType,
  );
  return errors.length === 0 ? '' : ` (${formatCount(errors.length, 'error')})`;
}

function SaveButtons({ editor }: { readonly editor: MappingEditor }) {
  const { application, schema, isChanged, errorCount, setSchema } = editor;
  const save = useSaveSchema(application, () => setSchema(null));
  return (
    <>
      {isChanged && (
        <Button
          onPress={() => {
            editor.setSide(null);
            setSchema(null);
          }}
        >
          Discard
        </Button>
      )}
      <Button
        variant="primary"
        isDisabled={!isChanged || errorCount > 0}
        isPending={save.isPending}
        onPress={() => save.mutate(schema)}
      >
        Save
      </Button>
    </>
  );
}
