// All keys at a glance: what works on this screen first, then the rest.
import { create } from 'zustand';
import {
  COMMAND_IDS,
  COMMAND_SECTIONS,
  describeCommand,
  type CommandId,
} from '../../../shared/commands.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { keysOf } from './bindings.ts';
import { KeyCaps } from './key-caps.tsx';
import { useBindingOptions } from './use-binding-options.ts';

const useOverlay = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function showShortcuts(): void {
  useOverlay.setState({ isOpen: true });
}

function hideShortcuts(): void {
  useOverlay.setState({ isOpen: false });
}

/** Mount once. */
export function ShortcutOverlay() {
  const isOpen = useOverlay((state) => state.isOpen);
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="large"
      isText
      isOpen={isOpen}
      onClose={hideShortcuts}
      actions={<Button onPress={hideShortcuts}>Close</Button>}
    >
      <ShortcutLists />
    </Dialog>
  );
}

export function ShortcutLists() {
  const options = useBindingOptions();
  return (
    <div className="gap-x-8 sm:columns-2">
      {COMMAND_SECTIONS.map((section) => {
        const ids = COMMAND_IDS.filter(
          (id) => describeCommand(id).section === section && keysOf(id, options).length > 0,
        );
        return ids.length === 0 ? null : <ShortcutList key={section} title={section} ids={ids} />;
      })}
    </div>
  );
}

interface ShortcutListProps {
  readonly title: string;
  readonly ids: readonly CommandId[];
}

function ShortcutList({ title, ids }: ShortcutListProps) {
  const options = useBindingOptions();
  return (
    <section aria-label={title} className="mb-4 break-inside-avoid">
      <h3 className="mb-1 font-semibold text-ink-1">{title}</h3>
      <dl>
        {ids.map((id) => (
          <div key={id} className="flex min-h-7 items-center justify-between gap-4">
            <dt>{describeCommand(id).title}</dt>
            <dd className="flex shrink-0 items-center gap-2">
              {keysOf(id, options).map((combination) => (
                <KeyCaps key={combination} combination={combination} />
              ))}
            </dd>
          </div>
        ))}
        {title === 'Lists' && (
          <div className="flex min-h-7 items-center justify-between gap-4">
            <dt>Close the details, back to the list</dt>
            <dd>
              <KeyCaps combination="Escape" />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
