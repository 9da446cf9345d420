// Says that the database takes no changes, what that means for SCIM clients, and what to do.
import { DatabaseZap } from 'lucide-react';
import type { StorageProblem } from '../../../shared/admin/serving.ts';
import { useStatus } from '../../api/use-status.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useServing, useServingOrders } from './use-serving.ts';

const WORDS: Readonly<Record<StorageProblem, { readonly title: string; readonly text: string }>> = {
  full: {
    title: 'The database is full.',
    text: 'Changes are refused with 507. Make room on the disk of its folder, or delete snapshots and requests',
  },
  'read-only': {
    title: 'The database cannot be written to.',
    text: 'Changes are refused with 503. Look at the rights of its folder and files',
  },
  failing: {
    title: 'The disk of the database reports errors.',
    text: 'Changes are refused with 503. Make room on the disk of its folder, or look at the disk',
  },
};

export function StorageBanner() {
  const problem = useServing()?.storage?.problem;
  const dataDir = useStatus().data?.dataDir;
  const give = useServingOrders();
  const words = WORDS[problem ?? 'full'];
  return (
    <Banner
      role="alert"
      isShown={problem !== undefined}
      tone="bad"
      icon={DatabaseZap}
      title={words.title}
      actions={<Button onPress={() => give({ kind: 'check' })}>Check again</Button>}
    >
      {words.text}
      {dataDir !== undefined && dataDir !== ':memory:' && (
        <>
          {' '}
          (<span className="font-mono text-sm wrap-anywhere">{dataDir}</span>)
        </>
      )}
      . What was acknowledged is kept; requests may be missing in the log.
    </Banner>
  );
}
