// Says that changed settings wait for the next start of the server.
import { Link } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import { SETTING_WORDS } from '../../../shared/admin/setting-words.ts';
import { shell } from '../../api/shell.ts';
import { useSettingsState } from '../../api/use-settings.ts';
import { Button } from '../../ui/button.tsx';

export function RestartBanner() {
  const keys = useSettingsState().data?.awaitsRestart ?? [];
  return (
    <div role="status">
      {keys.length > 0 && (
        <div className="flex min-h-10 flex-wrap items-center gap-3 border-b border-line bg-accent-soft px-3 py-1.5">
          <RotateCw aria-hidden className="size-4 shrink-0 text-accent" />
          <p className="flex-1">
            <strong className="font-semibold">Settings need a restart.</strong>{' '}
            {keys.map((key) => SETTING_WORDS[key].title).join(', ')}: in effect once the server is
            started again.
          </p>
          <Link
            to="/settings"
            search={{ find: 'restart' }}
            className="font-medium text-accent underline"
          >
            Show
          </Link>
          {shell !== undefined && (
            <Button onPress={() => void shell?.restartServer()}>Restart the server</Button>
          )}
        </div>
      )}
    </div>
  );
}
