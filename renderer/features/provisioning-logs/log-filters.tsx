// Above the logs: whom, when, which action and status, words, and behind *Add filters* the ids.
import { X } from 'lucide-react';
import { useState } from 'react';
import {
  ProvisioningAction,
  ProvisioningStatus,
} from '../../../shared/simulator/provisioning-log.ts';
import type { ProvisioningInsights } from '../../../shared/simulator/provisioning-log-pages.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { INPUT_CLASSES, TextField } from '../../ui/text-field.tsx';
import { TONE_TEXT } from '../../ui/tone.ts';
import {
  ACTION_WORDS,
  EXACT_FILTER_NAMES,
  EXACT_FILTERS,
  STATUS_LOOKS,
  type ExactFilter,
} from './log-words.ts';
import { DATE_RANGES, type DateRange, type LogsAddress } from './use-logs-address.ts';

interface LogFiltersProps {
  readonly address: LogsAddress;
  /** Of all entries: filters offer values that there are. */
  readonly known: ProvisioningInsights | undefined;
}

export function LogFilters({ address, known }: LogFiltersProps) {
  const { search, setFilter, isFiltered, clear } = address;
  const [added, setAdded] = useState<readonly ExactFilter[]>([]);
  const shown = EXACT_FILTER_NAMES.filter(
    (name) => added.includes(name) || (search[name] ?? '') !== '',
  );
  return (
    <div
      role="search"
      aria-label="Filters"
      className="flex shrink-0 flex-wrap items-end gap-2 border-b border-line px-4 py-2"
    >
      <UsualFilters address={address} />
      <MenuButton
        label="Add filters"
        isDisabled={shown.length === EXACT_FILTER_NAMES.length}
        actions={EXACT_FILTER_NAMES.filter((name) => !shown.includes(name)).map((name) => ({
          id: name,
          label: EXACT_FILTERS[name],
          onAction: () => setAdded([...added, name]),
        }))}
      />
      {isFiltered && (
        <Button variant="ghost" onPress={clear}>
          Clear filters
        </Button>
      )}
      {shown.map((name) => (
        <ExactField
          key={`${name} ${search[name] ?? ''}`}
          name={name}
          value={search[name] ?? ''}
          values={valuesOf(name, known)}
          onEnd={(value) => setFilter({ [name]: value })}
          onRemove={() => {
            setAdded(added.filter((one) => one !== name));
            setFilter({ [name]: undefined });
          }}
        />
      ))}
    </div>
  );
}

function UsualFilters({ address }: { readonly address: LogsAddress }) {
  const { search, setFilter, range } = address;
  return (
    <>
      <div className="w-40">
        <SelectField
          label="Application"
          isLabelHidden
          value={search.applications ?? ''}
          options={APPLICATION_OPTIONS}
          onChange={(next) => setFilter({ applications: next === 'all' ? 'all' : undefined })}
        />
      </div>
      <div className="flex w-44 max-w-full">
        <TypedSearch
          key={`identity ${search.identity ?? ''}`}
          label="Identity"
          placeholder="Name, ID or UPN"
          value={search.identity ?? ''}
          onEnd={(identity) => setFilter({ identity })}
        />
      </div>
      <div className="w-36">
        <SelectField
          label="Date"
          isLabelHidden
          value={range}
          options={DATE_OPTIONS}
          onChange={(next) => setFilter({ range: next === 'all' ? undefined : next })}
        />
      </div>
      {range === 'custom' && <CustomDates address={address} />}
      <div className="w-36">
        <SelectField
          label="Action"
          isLabelHidden
          value={search.action ?? ''}
          options={ACTION_OPTIONS}
          onChange={(action) => setFilter({ action })}
        />
      </div>
      <div className="flex w-52 max-w-full">
        <TypedSearch
          key={`text ${search.text ?? ''}`}
          label="Words of steps, properties and errors"
          placeholder="Steps, properties, errors"
          value={search.text ?? ''}
          onEnd={(text) => setFilter({ text })}
        />
      </div>
    </>
  );
}

const APPLICATION_OPTIONS = [
  { value: '', label: 'This application' },
  { value: 'all', label: 'All applications' },
];

const DATE_OPTIONS = Object.entries(DATE_RANGES).map(([value, { label }]) => ({
  value: value as DateRange, // a key of the table
  label,
}));

const ACTION_OPTIONS = [
  { value: '', label: 'All actions' },
  ...ProvisioningAction.options.map((value) => ({
    value: value as string,
    label: ACTION_WORDS[value],
  })),
];

interface TypedSearchProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onEnd: (value: string) => void;
}

/** Takes effect with Enter, and at once when it is cleared. */
function TypedSearch({ label, placeholder, value, onEnd }: TypedSearchProps) {
  const [typed, setTyped] = useState(value);
  return (
    <SearchField
      label={label}
      placeholder={placeholder}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        if (next === '') onEnd('');
      }}
      onSubmit={(text) => onEnd(text.trim())}
    />
  );
}

function CustomDates({ address: { search, setFilter } }: { readonly address: LogsAddress }) {
  return (['from', 'to'] as const).map((end) => (
    <label key={end} className="flex items-center gap-1.5 text-sm text-ink-2">
      {end === 'from' ? 'From' : 'to'}
      <input
        type="date"
        aria-label={end === 'from' ? 'From day' : 'To day'}
        value={search[end] ?? ''}
        onChange={({ target }) =>
          setFilter({ [end]: target.value === '' ? undefined : target.value })
        }
        className={cx(INPUT_CLASSES, 'w-36')}
      />
    </label>
  ));
}

interface ExactFieldProps {
  readonly name: ExactFilter;
  readonly value: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly onEnd: (value: string) => void;
  readonly onRemove: () => void;
}

function ExactField({ name, value, values, onEnd, onRemove }: ExactFieldProps) {
  const title = EXACT_FILTERS[name];
  const [typed, setTyped] = useState(value);
  return (
    <div className="flex items-end gap-1">
      <div className="w-64">
        {values.length > 0 ? (
          <SelectField
            label={title}
            value={value}
            options={[
              { value: '', label: 'Any' },
              ...values,
              ...(value === '' || values.some((one) => one.value === value)
                ? []
                : [{ value, label: value }]),
            ]}
            onChange={onEnd}
          />
        ) : (
          <TextField
            label={title}
            isMono
            value={typed}
            onChange={setTyped}
            onBlur={() => typed.trim() !== value && onEnd(typed.trim())}
            onKeyDown={(event) => event.key === 'Enter' && onEnd(typed.trim())}
          />
        )}
      </div>
      <Button variant="ghost" aria-label={`Remove the filter ${title}`} onPress={onRemove}>
        <X aria-hidden className="size-3.5" />
      </Button>
    </div>
  );
}

/** Those of which there are few enough to choose from. */
function valuesOf(name: ExactFilter, known: ProvisioningInsights | undefined) {
  const { cycles = [], errors = [] } = known ?? {};
  switch (name) {
    case 'cycleId':
      return cycles.map(({ cycleId, began }) => ({
        value: cycleId,
        label: `${formatDateTime(began)} · ${cycleId}`,
      }));
    case 'jobId':
      return [...new Set(cycles.map(({ jobId }) => jobId))].map((value) => ({
        value,
        label: value,
      }));
    case 'errorCode':
      return errors.map(({ errorCode, count }) => ({
        value: errorCode,
        label: `${errorCode} (${formatNumber(count)})`,
      }));
    default:
      return [];
  }
}

interface StatusFilterProps {
  readonly address: LogsAddress;
  /** Of the filter but for its status. */
  readonly insights: ProvisioningInsights | undefined;
}

/** How many of each status there are; a press shows them alone. */
export function StatusFilter({ address: { search, setFilter }, insights }: StatusFilterProps) {
  return (
    <div role="group" aria-label="Status" className="flex flex-wrap gap-1.5">
      {ProvisioningStatus.options.map((status) => {
        const { icon: Icon, word, tone } = STATUS_LOOKS[status];
        const isOn = search.status === status;
        const count = (insights?.outcomes ?? [])
          .filter((outcome) => outcome.status === status)
          .reduce((sum, outcome) => sum + outcome.count, 0);
        return (
          <button
            key={status}
            type="button"
            aria-pressed={isOn}
            onClick={() => setFilter({ status: isOn ? undefined : status })}
            className={cx(
              'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5',
              isOn ? 'border-accent bg-accent-soft' : 'border-line hover:bg-surface-2',
            )}
          >
            <Icon aria-hidden className={cx('size-4', TONE_TEXT[tone])} />
            {word}
            <span className="font-semibold tabular-nums">{formatNumber(count)}</span>
          </button>
        );
      })}
    </div>
  );
}
