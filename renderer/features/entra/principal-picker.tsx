// A user or a group of the directory found by name, user principal name or mail.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronsUpDown, User, UsersRound } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { DirectoryPrincipal } from '../../../shared/simulator/directory-views.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { cx } from '../../ui/cx.ts';
import { INPUT_CLASSES } from '../../ui/text-field.tsx';

interface PrincipalPickerProps {
  readonly label: string;
  readonly placeholder: string;
  /** Absent: users and groups. */
  readonly objectType?: 'User' | 'Group';
  /** Who is picked at first. */
  readonly initial?: DirectoryPrincipal | null;
  readonly error?: string | undefined;
  readonly hasFocus?: boolean;
  /** null when the text was emptied. */
  readonly onPick: (principal: DirectoryPrincipal | null) => void;
}

export function PrincipalPicker(props: PrincipalPickerProps) {
  const { label, placeholder, objectType, initial = null, error, hasFocus = false } = props;
  const [picked, setPicked] = useState(initial);
  const search = usePrincipalSearch(initial?.displayName ?? '', objectType);

  function choose(principal: DirectoryPrincipal | null): void {
    setPicked(principal);
    search.type(principal?.displayName ?? '');
    props.onPick(principal);
  }

  function pick(id: unknown): void {
    const found = search.principals.find(({ objectId }) => objectId === id);
    if (found !== undefined) choose(found);
  }

  return (
    <ComboBox
      items={search.principals}
      inputValue={search.text}
      onInputChange={(text) => (text === '' ? choose(null) : search.type(text))}
      value={picked?.objectId ?? null}
      onChange={pick}
      onBlur={() => search.type(picked?.displayName ?? '')}
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
      <ListBox<DirectoryPrincipal>
        renderEmptyState={() => (
          <p className="px-2 py-1.5 text-ink-3">
            {isLoading ? 'Looking…' : 'Nobody in the directory matches.'}
          </p>
        )}
        className="max-h-64 overflow-auto outline-none"
      >
        {(principal) => (
          <ListBoxItem
            id={principal.objectId}
            textValue={principal.displayName}
            className="flex cursor-default items-center gap-2 rounded-md px-2 py-1 data-focused:bg-accent-soft"
          >
            <PrincipalIcon objectType={principal.objectType} />
            <span className="min-w-0">
              <span className="block truncate text-ink-1">{principal.displayName}</span>
              <span className="block truncate text-sm text-ink-3">
                {principal.userPrincipalName ?? 'Group'}
              </span>
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

/** With its type as its name. */
export function PrincipalIcon({ objectType }: Pick<DirectoryPrincipal, 'objectType'>) {
  const Icon = objectType === 'Group' ? UsersRound : User;
  return <Icon role="img" aria-label={objectType} className="size-3.5 shrink-0 text-ink-3" />;
}

function usePrincipalSearch(initialText: string, objectType?: 'User' | 'Group') {
  const [text, setText] = useState(initialText);
  const words = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: queryKeys.directory('principals', objectType ?? 'all', words),
    queryFn: ({ signal }) =>
      callAdmin(
        'findDirectoryPrincipals',
        { query: { text: words, ...(objectType !== undefined && { objectType }) } },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  return {
    text,
    principals: found.data?.principals ?? [],
    isLoading: found.isFetching,
    type: setText,
  };
}
