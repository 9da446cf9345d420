// What stands at the side: a mapping being edited, the requests that would be sent, or why somebody is in scope.
import { X } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { MappingForm } from './mapping-form.tsx';
import { RequestsPane } from './requests-pane.tsx';
import { ScopePane } from './scope-pane.tsx';
import type { MappingEditor } from './use-mapping-editor.ts';

const TITLES = {
  mapping: 'Edit attribute',
  requests: 'What will be sent',
  scope: 'Why in or out of scope',
} as const;

export function SidePane({ editor }: { readonly editor: MappingEditor }) {
  const { side } = editor;
  if (side === null) return null;
  return (
    <>
      <div className="flex items-center justify-between border-b border-line py-1 pr-2 pl-4">
        <h2 className="font-semibold">{TITLES[side.kind]}</h2>
        <IconButton icon={X} label="Close the details" onPress={() => editor.setSide(null)} />
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {side.kind === 'mapping' && (
          <MappingForm
            key={`${editor.objectType} ${side.index}`}
            editor={editor}
            index={side.index}
          />
        )}
        {side.kind === 'requests' && <RequestsPane editor={editor} />}
        {side.kind === 'scope' && <ScopePane editor={editor} />}
      </div>
    </>
  );
}
