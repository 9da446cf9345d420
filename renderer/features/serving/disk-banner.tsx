// Says that the disk of the workspace is almost full, before a write fails, and what makes room.
import { Link } from '@tanstack/react-router';
import { HardDrive } from 'lucide-react';
import { useStatus } from '../../api/use-status.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { formatBytes } from '../../ui/format.ts';
import { useServing, useServingOrders } from './use-serving.ts';

export function DiskBanner() {
  const serving = useServing();
  const dataDir = useStatus().data?.dataDir;
  const give = useServingOrders();
  const disk = serving?.disk ?? null;
  // Once writes fail there is something more urgent to say.
  const isShown = disk?.isLow === true && serving?.storage === null;
  return (
    <Banner
      role="status"
      isShown={isShown}
      tone="warn"
      icon={HardDrive}
      title="The disk is almost full."
      actions={
        <>
          <SettingLink find="retention">Keep fewer requests</SettingLink>
          <SettingLink find="compact">Compact</SettingLink>
          <Link to="/snapshots" className="font-medium text-accent underline">
            Delete snapshots
          </Link>
          <Button onPress={() => give({ kind: 'look' })}>Look again</Button>
        </>
      }
    >
      {disk === null ? null : formatBytes(disk.freeBytes)} are left where the workspace is (
      <span className="font-mono text-sm wrap-anywhere">{dataDir}</span>). Once nothing is left,
      changes are refused. Make room, or{' '}
      <Link to="/help" search={{ topic: 'troubleshooting' }} className="text-accent underline">
        use a folder on another disk
      </Link>
      .
    </Banner>
  );
}

interface SettingLinkProps {
  readonly find: string;
  readonly children: string;
}

function SettingLink({ find, children }: SettingLinkProps) {
  return (
    <Link to="/settings" search={{ find }} className="font-medium text-accent underline">
      {children}
    </Link>
  );
}
