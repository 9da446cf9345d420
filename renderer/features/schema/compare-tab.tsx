// How what the tenant tells of itself differs from RFC 7643, from a preset, or from another tenant.
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Minus, PencilLine, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ComparedWith, SchemaDifference } from '../../../shared/admin/schema-comparison.ts';
import { PresetName } from '../../../shared/scim/profile/profile-setting.ts';
import { callAdmin } from '../../api/client.ts';
import { useStatus, useTenantSlug } from '../../api/use-status.ts';
import { cx } from '../../ui/cx.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { formatValue } from '../../ui/json-text.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TONE_TEXT } from '../../ui/tone.ts';
import { useComparison } from './use-schemas.ts';

export function CompareTab() {
  const [choice, setChoice] = useState('rfc');
  const options = useOptions();
  return (
    <div className="flex flex-col gap-4 p-4">
      <div className="max-w-sm">
        <SelectField
          label="Compare this tenant with"
          options={options}
          value={choice}
          onChange={setChoice}
        />
      </div>
      <Differences other={readChoice(choice)} />
    </div>
  );
}

function useOptions(): readonly { readonly value: string; readonly label: string }[] {
  const slug = useTenantSlug();
  const tenants = useStatus().data?.tenants ?? [];
  const presets = useQuery({
    queryKey: ['presets'],
    queryFn: ({ signal }) => callAdmin('listPresets', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return [
    { value: 'rfc', label: 'RFC 7643' },
    ...(presets.data?.presets ?? []).map(({ preset, name }) => ({
      value: `preset ${preset}`,
      label: `Preset: ${name}`,
    })),
    ...tenants
      .filter((tenant) => tenant.slug !== slug)
      .map(({ slug: other, name }) => ({ value: `tenant ${other}`, label: `Tenant: ${name}` })),
  ];
}

function readChoice(choice: string): ComparedWith {
  const [kind, name = ''] = choice.split(' ');
  if (kind === 'tenant') return { kind: 'tenant', tenant: name };
  const preset = PresetName.safeParse(name);
  return preset.success ? { kind: 'preset', preset: preset.data } : { kind: 'rfc' };
}

function Differences({ other }: { readonly other: ComparedWith }) {
  const comparison = useComparison(other);
  if (comparison.isPending) return <Skeleton label="Comparing" lines={5} />;
  if (comparison.isError) {
    return (
      <ErrorState
        title="Could not compare"
        error={comparison.error}
        onRetry={() => void comparison.refetch()}
      />
    );
  }
  const { differences } = comparison.data;
  if (differences.length === 0) {
    return (
      <p className="flex items-center gap-2">
        <CircleCheck aria-hidden className="size-4 text-good" />
        No difference: both tell the same of themselves.
      </p>
    );
  }
  return (
    <div>
      <p className="mb-2 text-ink-2">{formatCount(differences.length, 'difference')}</p>
      <table aria-label="Differences" className="w-full table-fixed border-collapse text-left">
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            <th scope="col" className="w-2/5 py-1 pr-3 font-medium">
              What
            </th>
            <th scope="col" className="py-1 pr-3 font-medium">
              Here
            </th>
            <th scope="col" className="py-1 font-medium">
              There
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <DifferenceRow key={`${one.kind} ${one.document} ${one.path}`} difference={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const KINDS = {
  'only-here': { icon: Plus, word: 'Only here', tone: 'good' },
  'only-there': { icon: Minus, word: 'Only there', tone: 'bad' },
  differs: { icon: PencilLine, word: 'Differs', tone: 'accent' },
} as const;

function DifferenceRow({ difference }: { readonly difference: SchemaDifference }) {
  const { kind, document, path, members } = difference;
  const { icon: Icon, word, tone } = KINDS[kind];
  return (
    <tr className="border-b border-line/60 align-top">
      <th scope="row" className="py-1.5 pr-3 font-normal">
        <span className="flex gap-1.5">
          <Icon
            role="img"
            aria-label={word}
            className={cx('mt-0.5 size-3.5 shrink-0', TONE_TEXT[tone])}
          />
          <span className="min-w-0 font-mono text-sm wrap-anywhere">
            <span className={path === '' ? '' : 'block text-xs text-ink-3'}>{document}</span>
            {path}
          </span>
        </span>
      </th>
      <td className="py-1.5 pr-3 wrap-anywhere">
        <Side kind={kind} isHere members={members} />
      </td>
      <td className="py-1.5 wrap-anywhere">
        <Side kind={kind} isHere={false} members={members} />
      </td>
    </tr>
  );
}

interface SideProps {
  readonly kind: SchemaDifference['kind'];
  readonly isHere: boolean;
  readonly members: SchemaDifference['members'];
}

function Side({ kind, isHere, members }: SideProps) {
  if (kind !== 'differs') {
    const hasIt = (kind === 'only-here') === isHere;
    return hasIt ? 'Present' : <span className="text-ink-3">Absent</span>;
  }
  return (
    <ul>
      {members.map(({ name, here, there }) => {
        const value = isHere ? here : there;
        return (
          <li key={name}>
            <span className="text-ink-3">{name}: </span>
            <span className="font-mono text-sm">
              {value === null ? 'none' : formatValue(value)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
