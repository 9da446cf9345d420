// Bulk create: a CSV file in the form of Entra's template, how it is read and what is wrong with it, then the import.
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import {
  IMPORT_LIMIT,
  type DirectoryImportPreview,
} from '../../../shared/simulator/directory-views.ts';
import { callAdmin } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { JobReport } from '../jobs/job-report.tsx';
import { useStartJob } from '../jobs/use-jobs.ts';
import { saveDirectoryFile } from './save-directory-file.ts';

export function ImportPeopleDialog({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<File>();
  const [jobId, setJobId] = useState<string>();
  const preview = usePreview(jobId === undefined ? file : undefined);
  const start = useStartJob(async (chosen: File) =>
    callAdmin('importDirectory', { body: { text: await readText(chosen) } }),
  );
  const canImport = file !== undefined && (preview.data?.users ?? 0) > 0 && jobId === undefined;

  function choose(chosen: File | undefined): void {
    setFile(chosen);
    setJobId(undefined);
  }

  function run(): void {
    if (file !== undefined) start.mutate(file, { onSuccess: ({ id }) => setJobId(id) });
  }

  return (
    <Dialog
      isOpen
      size="large"
      title="Bulk create users"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{jobId === undefined ? 'Cancel' : 'Close'}</Button>
          <Button
            variant="primary"
            isDisabled={!canImport}
            isPending={start.isPending}
            onPress={run}
          >
            Create users
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <FileChoice onChoose={choose} />
        {preview.isLoading && <Skeleton label="Reading the file" lines={3} />}
        {preview.data !== undefined && <Preview preview={preview.data} />}
        {[preview.error, start.error].map(
          (error, index) =>
            error !== null && (
              <p key={index} role="alert" className="text-bad">
                {describeError(error)}
              </p>
            ),
        )}
        {jobId !== undefined && (
          <div className="rounded-md border border-line px-3 py-2">
            <JobReport id={jobId} />
          </div>
        )}
      </div>
    </Dialog>
  );
}

function FileChoice({ onChoose }: { readonly onChoose: (file: File | undefined) => void }) {
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <label className="flex min-w-0 flex-col gap-1">
          <span className="text-sm font-medium">CSV file in the form of Entra’s template</span>
          <input
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => onChoose(event.target.files?.[0])}
            className="min-w-0 text-ink-1 file:mr-2 file:h-7 file:rounded-md file:border file:border-line-strong file:bg-surface-1 file:px-2.5 file:font-medium file:text-ink-1"
          />
        </label>
        <Button onPress={() => void saveDirectoryFile('getDirectoryTemplate')}>
          Download the template
        </Button>
      </div>
      <p className="text-sm text-ink-3">
        The first line is the version, the second names the columns. Initial passwords are not kept:
        nobody signs in here.
      </p>
    </>
  );
}

function usePreview(file: File | undefined) {
  return useQuery({
    queryKey: ['directory-import-preview', file?.name, file?.size, file?.lastModified],
    queryFn: async ({ signal }) => {
      const text = file === undefined ? '' : await readText(file);
      return callAdmin('previewDirectoryImport', { body: { text } }, signal);
    },
    enabled: file !== undefined,
    gcTime: 0,
    retry: false,
  });
}

async function readText(file: File): Promise<string> {
  if (file.size <= IMPORT_LIMIT) return file.text();
  throw new Error(`the file is larger than ${formatNumber(IMPORT_LIMIT / 1e6)} MB. Split it.`);
}

function Preview({ preview }: { readonly preview: DirectoryImportPreview }) {
  const { columns, users, sample, problems, problemCount } = preview;
  const unknown = columns.filter(({ attribute }) => attribute === null);
  return (
    <section aria-label="What is in the file" className="flex flex-col gap-2">
      <p className="flex items-center gap-2">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
        {formatCount(users, 'user')} in the file
        {problemCount > 0 && `, ${formatCount(problemCount, 'problem')}`}
      </p>
      {unknown.length > 0 && (
        <p className="flex items-center gap-2 text-warn">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          No attribute, left out: {unknown.map(({ title }) => title).join(', ')}
        </p>
      )}
      {problems.length > 0 && (
        <ul
          aria-label="Problems"
          className="max-h-40 overflow-y-auto rounded-md border border-line px-3 py-1"
        >
          {problems.map(({ line, reason }) => (
            <li key={line} className="py-0.5 wrap-anywhere">
              <span className="text-ink-3 tabular-nums">Line {formatNumber(line)}: </span>
              {reason}
            </li>
          ))}
          {problemCount > problems.length && (
            <li className="py-0.5 text-ink-3">
              and {formatNumber(problemCount - problems.length)} more
            </li>
          )}
        </ul>
      )}
      {sample.length > 0 && <Sample sample={sample} />}
    </section>
  );
}

function Sample({ sample }: Pick<DirectoryImportPreview, 'sample'>) {
  return (
    <table aria-label="First users of the file" className="w-full text-left">
      <thead>
        <tr className="border-b border-line text-sm text-ink-3">
          {['Line', 'Name', 'User name', 'Block sign in', 'Department'].map((head) => (
            <th key={head} scope="col" className="py-1 pr-3 font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sample.map(({ line, displayName, userPrincipalName, accountEnabled, department }) => (
          <tr key={line} className="border-b border-line/60">
            <td className="py-1 pr-3 tabular-nums">{line}</td>
            <td className="pr-3">{displayName}</td>
            <td className="pr-3 wrap-anywhere">{userPrincipalName}</td>
            <td className="pr-3">{accountEnabled ? 'No' : 'Yes'}</td>
            <td>{department}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
