// The packages that the app is built from, each with its licence.
import { useQuery } from '@tanstack/react-query';
import { LicenceFile, type Licence } from '../../../shared/licences.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

export function LicenceList() {
  const licences = useQuery({ queryKey: ['licences'], queryFn: fetchLicences });
  if (licences.isError) {
    return (
      <ErrorState
        title="The licences could not be read"
        error={licences.error}
        onRetry={() => void licences.refetch()}
      />
    );
  }
  if (licences.data === undefined) return <Skeleton label="Loading the licences" lines={6} />;
  return (
    <ul className="rounded-lg border border-line">
      {licences.data.packages.map((one) => (
        <Package key={one.name} {...one} />
      ))}
    </ul>
  );
}

function Package({ name, version, licence, text }: Licence) {
  const head = (
    <>
      <span className="font-medium text-ink-1">{name}</span>{' '}
      <span className="text-ink-3 tabular-nums">{version}</span>{' '}
      <span className="float-right text-ink-2">{licence}</span>
    </>
  );
  return (
    <li className="border-b border-line/60 last:border-b-0">
      {text === '' ? (
        <p className="px-4 py-2">{head}</p>
      ) : (
        <details>
          <summary className="cursor-default px-4 py-2 hover:bg-surface-2">{head}</summary>
          <p className="px-4 pb-3 font-mono text-sm whitespace-pre-wrap">{text}</p>
        </details>
      )}
    </li>
  );
}

async function fetchLicences() {
  const response = await fetch('/licences.json');
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return LicenceFile.parse(await response.json());
}
