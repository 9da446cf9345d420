// Picks a user by typing part of a name: the list is asked of the server while typing.
import { ChevronsUpDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { INPUT_CLASSES } from '../../ui/text-field.tsx';
import { cx } from '../../ui/cx.ts';
import { useUserSearch, type FoundUser } from './use-user-search.ts';

interface ResourcePickerProps {
  readonly label: string;
  readonly placeholder: string;
  /** Name shown at first. */
  readonly initialName?: string;
  readonly error?: string | undefined;
  /** null when the text was emptied. */
  readonly onPick: (user: FoundUser | null) => void;
  /** Empty the field after a pick, for picking several. */
  readonly isRepeating?: boolean;
}

export function ResourcePicker(props: ResourcePickerProps) {
  const { label, placeholder, initialName = '', error, onPick, isRepeating = false } = props;
  const search = useUserSearch(initialName);

  function type(text: string): void {
    search.type(text);
    if (text === '') onPick(null);
  }

  function pick(key: unknown): void {
    const user = search.users.find((candidate) => candidate.id === key);
    if (user === undefined) return;
    search.type(isRepeating ? '' : user.name);
    onPick(user);
  }

  return (
    <ComboBox
      items={search.users}
      inputValue={search.text}
      onInputChange={type}
      value={null}
      onChange={pick}
      defaultFilter={() => true}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="input"
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className="text-sm font-medium text-ink-2">{label}</Label>
      <div className="relative">
        <Input
          placeholder={placeholder}
          className={cx(INPUT_CLASSES, 'pr-7 data-invalid:border-bad')}
        />
        <Button className="absolute top-0.5 right-0.5 flex size-6 items-center justify-center rounded text-ink-3 hover:text-ink-1">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </Button>
      </div>
      <FieldError className="text-sm text-bad">{error}</FieldError>
      <Suggestions isLoading={search.isLoading} />
    </ComboBox>
  );
}

function Suggestions({ isLoading }: { readonly isLoading: boolean }) {
  return (
    <Popover className="w-(--trigger-width) overflow-auto rounded-lg border border-line bg-surface-1 p-1 shadow-pop">
      <ListBox<FoundUser>
        renderEmptyState={() => (
          <p className="px-2 py-1.5 text-ink-3">{isLoading ? 'Looking…' : 'No user matches.'}</p>
        )}
        className="max-h-64 overflow-auto outline-none"
      >
        {(user) => (
          <ListBoxItem
            id={user.id}
            textValue={user.name}
            className="cursor-default rounded-md px-2 py-1 data-focused:bg-accent-soft"
          >
            <span className="block truncate text-ink-1">{user.name}</span>
            <span className="block truncate text-sm text-ink-3">{user.userName}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
