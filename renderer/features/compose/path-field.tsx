// The path below the base URL, with completion.
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { ComposeTarget } from '../../../shared/admin/compose.ts';
import { cx } from '../../ui/cx.ts';
import { INPUT_CLASSES } from '../../ui/text-field.tsx';
import { type PathSuggestion, suggestPaths } from './path-suggestions.ts';
import { usePathFacts } from './use-path-facts.ts';

interface PathFieldProps {
  readonly target: ComposeTarget;
  readonly path: string;
  readonly onChange: (path: string) => void;
}

export function PathField({ target, path, onChange }: PathFieldProps) {
  const suggestions = suggestPaths(path, usePathFacts(target, path));
  const isWrong = path !== '' && !/^[/?]/.test(path);
  return (
    <ComboBox
      items={suggestions}
      inputValue={path}
      onInputChange={onChange}
      // What is taken becomes the text; nothing stays chosen, so that one can go on typing.
      value={null}
      onChange={(key) => key !== null && onChange(String(key))}
      defaultFilter={() => true}
      allowsCustomValue
      menuTrigger="input"
      isInvalid={isWrong}
      validationBehavior="aria"
      className="flex min-w-0 flex-1 flex-col gap-1"
    >
      <Label className="text-sm font-medium text-ink-2">Path and query</Label>
      <Input
        spellCheck={false}
        placeholder="/Users"
        className={cx(INPUT_CLASSES, 'font-mono text-sm data-invalid:border-bad')}
      />
      {isWrong && <p className="text-sm text-bad">A path begins with a slash.</p>}
      <Popover className="w-(--trigger-width) overflow-auto rounded-lg border border-line bg-surface-1 p-1 shadow-pop">
        <ListBox<PathSuggestion> className="max-h-72 overflow-auto outline-none">
          {(suggestion) => (
            <ListBoxItem
              id={suggestion.path}
              textValue={suggestion.path}
              className="flex cursor-default items-baseline gap-3 rounded-md px-2 py-1 data-focused:bg-accent-soft"
            >
              <span className="min-w-0 flex-1 truncate font-mono text-sm">{suggestion.path}</span>
              <span className="max-w-1/2 shrink-0 truncate text-sm text-ink-3">
                {suggestion.note}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
