// Picks a user by typing part of a name: the list is asked of the server while typing.
import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
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

interface UserPickerProps {
  readonly label: string;
  readonly placeholder: string;
  /** Who is picked at first. */
  readonly initial?: FoundUser | undefined;
  readonly error?: string | undefined;
  readonly hasFocus?: boolean;
  /** null when the text was emptied. */
  readonly onPick: (user: FoundUser | null) => void;
}

export function UserPicker(props: UserPickerProps) {
  const { label, placeholder, initial, error, hasFocus = false, onPick } = props;
  const [picked, setPicked] = useState(initial ?? null);
  const search = useUserSearch(initial?.name ?? '');

  function choose(user: FoundUser | null): void {
    setPicked(user);
    search.type(user?.name ?? '');
    onPick(user);
  }

  function pick(id: unknown): void {
    const user = search.users.find((candidate) => candidate.id === id);
    if (user !== undefined) choose(user);
  }

  return (
    <ComboBox
      items={search.users}
      inputValue={search.text}
      onInputChange={(text) => (text === '' ? choose(null) : search.type(text))}
      value={picked?.id ?? null}
      onChange={pick}
      onBlur={() => search.type(picked?.name ?? '')}
      defaultFilter={() => true}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="input"
      autoFocus={hasFocus}
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
