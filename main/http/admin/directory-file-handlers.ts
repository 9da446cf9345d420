// Many people of the simulated directory at once: made up, out of a CSV file, or into one. Long work is a job.
import type { JobKind } from '../../../shared/admin/transfer.ts';
import type { DirectoryUser } from '../../../shared/simulator/directory.ts';
import { generatePeople } from '../../simulator/directory/generate-people.ts';
import { importPeople, previewImport } from '../../simulator/directory/import-people.ts';
import type { PeopleStore, WorkControl } from '../../simulator/directory/store-people.ts';
import { writeBulkFile, writeBulkTemplate } from '../../simulator/directory/write-bulk-file.ts';
import type { DirectoryStore } from '../../store/directory/directory.ts';
import type { TransferResult } from '../../../shared/admin/transfer.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { announceDirectory } from './directory-handlers.ts';
import type { AdminHandlers } from './mount-routes.ts';

const PAGE = 1_000;
const MEDIA_TYPE = 'text/csv; charset=utf-8';

export function directoryFileHandlers(dependencies: AdminAppDependencies) {
  const { store, newId } = dependencies;
  const { directory } = store;
  const start = createStarter(dependencies);
  return {
    generateDirectory({ body }) {
      const order = { ...body, seed: body.seed ?? store.settings.read()['simulator.seed'] };
      const total = order.users + order.groups;
      return start(
        'directory-generate',
        (target, control) => generatePeople(target, order, control),
        { total },
      );
    },
    previewDirectoryImport: ({ body }) => previewImport(body.text, directory),
    importDirectory: ({ body: { text } }) =>
      start('directory-import', (target, control) =>
        importPeople(target, { text, newId }, control),
      ),
    exportDirectory() {
      const nameOf = (id: string) => directory.findUser(id)?.userPrincipalName;
      const extensions = directory.listExtensionNames();
      const text = [...writeBulkFile(walkUsers(directory), { nameOf, extensions })].join('');
      return { fileName: 'directory-users.csv', mediaType: MEDIA_TYPE, text };
    },
    getDirectoryTemplate: () => ({
      fileName: 'UserCreateTemplate.csv',
      mediaType: MEDIA_TYPE,
      text: writeBulkTemplate(),
    }),
  } satisfies Partial<AdminHandlers>;
}

type Work = (target: PeopleStore, control: WorkControl) => Promise<TransferResult>;

function createStarter(dependencies: AdminAppDependencies) {
  const { jobs, store, virtualClock } = dependencies;
  const announce = announceDirectory(dependencies);
  return function start(kind: JobKind, work: Work, { total }: { readonly total?: number } = {}) {
    return jobs.start({
      kind,
      tenant: '',
      async work({ signal, report }) {
        const target = { store, at: virtualClock.now().toISOString() };
        try {
          return await work(target, { signal, report: (progress) => report(measure(progress)) });
        } finally {
          announce(undefined); // what has been stored is there, however the work ended
        }
      },
    });

    function measure(progress: { readonly done: number; readonly result: TransferResult }) {
      return total === undefined ? progress : { ...progress, total, share: progress.done / total };
    }
  };
}

function* walkUsers(directory: DirectoryStore): Generator<DirectoryUser> {
  let after: string | null = null;
  for (;;) {
    const page: readonly DirectoryUser[] = directory.readUsers(after, PAGE);
    yield* page.filter(({ deletedDateTime }) => deletedDateTime === null);
    if (page.length < PAGE) return;
    after = page.at(-1)?.objectId ?? null;
  }
}
