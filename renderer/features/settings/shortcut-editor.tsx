// The keys of every command: pressed to be set, taken away one by one, conflicts shown.
import { Keyboard, Search, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { COMMAND_IDS, describeCommand, type CommandId } from '../../../shared/commands.ts';
import { useSettingsChange } from '../../api/use-settings.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { changeBinding, conflictsOf, keysOf, type BindingOptions } from '../shortcuts/bindings.ts';
import { isMac } from '../shortcuts/is-mac.ts';
import { KeyCaps } from '../shortcuts/key-caps.tsx';
import { readCombination } from '../shortcuts/key-combination.ts';
import { useBindingOptions } from '../shortcuts/use-binding-options.ts';

export function ShortcutEditor() {
  const [text, setText] = useState('');
  const options = useBindingOptions();
  const { mutate } = useSettingsChange();
  const ids = COMMAND_IDS.filter((id) => fits(id, text));

  function setKeys(id: CommandId, keys: readonly string[]): void {
    const bindings = changeBinding(options.bindings, id, keys);
    mutate({
      'shortcuts.bindings': Object.fromEntries(
        Object.entries(bindings).map(([name, list]) => [name, [...list]]),
      ),
    });
  }

  return (
    <div className="w-full max-w-2xl">
      <div className="mb-2 flex max-w-72">
        <SearchField
          label="Find a command"
          placeholder="Find a command"
          value={text}
          onChange={setText}
        />
      </div>
      {ids.length === 0 && (
        <p className="flex items-center gap-2 py-2 text-ink-2">
          <Search aria-hidden className="size-4" /> No command is called that.
        </p>
      )}
      <ul className="rounded-lg border border-line">
        {ids.map((id) => (
          <ShortcutRow key={id} id={id} options={options} onKeys={(keys) => setKeys(id, keys)} />
        ))}
      </ul>
    </div>
  );
}

interface ShortcutRowProps {
  readonly id: CommandId;
  readonly options: BindingOptions;
  readonly onKeys: (keys: readonly string[]) => void;
}

function ShortcutRow({ id, options, onKeys }: ShortcutRowProps) {
  const { title, section } = describeCommand(id);
  const all = { ...options, allowSingleKeys: true };
  const keys = keysOf(id, all);
  const conflicts = conflictsOf(id, options);
  const isChanged = options.bindings[id] !== undefined;
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line/60 px-3 py-1 last:border-b-0">
      <span className="min-w-40 flex-1">
        {title} <span className="text-sm text-ink-3">{section}</span>
        {conflicts.length > 0 && (
          <span className="flex items-center gap-1 text-sm text-warn">
            <TriangleAlert aria-hidden className="size-3.5" />
            Also: {conflicts.map((other) => describeCommand(other).title).join(', ')}
          </span>
        )}
      </span>
      <span className="flex flex-wrap items-center gap-1.5">
        {keys.map((key) => (
          <span key={key} className="flex items-center">
            <KeyCaps combination={key} />
            <AriaButton
              aria-label={`Remove ${key} from ${title}`}
              onPress={() => onKeys(keys.filter((one) => one !== key))}
              className="flex size-6 cursor-default items-center justify-center rounded text-ink-3 hover:bg-surface-2 hover:text-ink-1"
            >
              <X aria-hidden className="size-3.5" />
            </AriaButton>
          </span>
        ))}
        <KeyRecorder title={title} onKey={(key) => onKeys([...keys, key])} />
        {isChanged && (
          <Button variant="ghost" onPress={() => onKeys(describeCommand(id).keys)}>
            Reset<span className="sr-only"> {title}</span>
          </Button>
        )}
      </span>
    </li>
  );
}

interface KeyRecorderProps {
  readonly title: string;
  readonly onKey: (combination: string) => void;
}

/** Pressed once it listens; the next keys are the shortcut. Escape and Tab leave it as it was. */
function KeyRecorder({ title, onKey }: KeyRecorderProps) {
  const [isListening, setIsListening] = useState(false);

  function listen(event: React.KeyboardEvent): void {
    if (!isListening || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const combination = readCombination(event.nativeEvent, isMac);
    if (combination === undefined) return;
    setIsListening(false);
    if (combination !== 'Escape') onKey(combination);
  }

  return (
    <button
      type="button"
      aria-label={isListening ? `Press the keys for ${title}` : `Add keys to ${title}`}
      onClick={() => setIsListening(true)}
      onKeyDownCapture={listen}
      onBlur={() => setIsListening(false)}
      className={
        isListening
          ? 'h-6 rounded border border-accent bg-accent-soft px-2 text-sm text-accent'
          : 'flex h-6 items-center gap-1 rounded border border-line px-1.5 text-sm text-ink-2 hover:bg-surface-2'
      }
    >
      {isListening ? (
        'Press keys…'
      ) : (
        <>
          <Keyboard aria-hidden className="size-3.5" /> Add
        </>
      )}
    </button>
  );
}

function fits(id: CommandId, text: string): boolean {
  const { title, section, words = '' } = describeCommand(id);
  const all = `${title} ${section} ${words}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
