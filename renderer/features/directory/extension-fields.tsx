// Values of directory extensions in the form of a person: a line each, by the full name.
import { Plus, Trash2 } from 'lucide-react';
import { isExtensionName, type DirectoryUser } from '../../../shared/simulator/directory.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface ExtensionLine {
  readonly name: string;
  readonly value: string;
}

interface ExtensionFieldsProps {
  readonly lines: readonly ExtensionLine[];
  readonly onChange: (lines: readonly ExtensionLine[]) => void;
}

export function ExtensionFields({ lines, onChange }: ExtensionFieldsProps) {
  const change = (index: number, next: ExtensionLine | null) =>
    onChange(lines.flatMap((one, place) => (place === index ? (next ?? []) : one)));
  return (
    <details open={lines.length > 0} className="border-t border-line pt-2">
      <summary className="cursor-default pb-2 font-medium text-ink-1">Directory extensions</summary>
      <div className="flex flex-col gap-3">
        {lines.map((line, index) => (
          <div
            key={index}
            role="group"
            aria-label={`Directory extension ${index + 1}`}
            className="flex flex-wrap items-end gap-2"
          >
            <div className="min-w-64 flex-2">
              <TextField
                label="Name"
                isMono
                value={line.name}
                onChange={(name) => change(index, { ...line, name: name.trim() })}
                error={isSound(line) ? undefined : 'Such as extension_<application id>_costCentre.'}
              />
            </div>
            <div className="min-w-40 flex-1">
              <TextField
                label="Value"
                maxLength={1_024}
                value={line.value}
                onChange={(value) => change(index, { ...line, value })}
              />
            </div>
            <IconButton
              icon={Trash2}
              label={`Remove directory extension ${index + 1}`}
              onPress={() => change(index, null)}
            />
          </div>
        ))}
        <div>
          <Button onPress={() => onChange([...lines, { name: '', value: '' }])}>
            <Plus aria-hidden className="size-3.5" />
            Add directory extension
          </Button>
        </div>
      </div>
    </details>
  );
}

/** A line that is still empty is none. */
export function isSound({ name, value }: ExtensionLine): boolean {
  return isExtensionName(name) || (name === '' && value === '');
}

export function openExtensions({ extensions }: DirectoryUser): readonly ExtensionLine[] {
  return Object.entries(extensions).map(([name, value]) => ({ name, value }));
}

/** Without a value it goes. */
export function readExtensions(lines: readonly ExtensionLine[]): DirectoryUser['extensions'] {
  const written = lines.map(({ name, value }) => [name, value.trim()] as const);
  return Object.fromEntries(written.filter(([, value]) => value !== ''));
}
