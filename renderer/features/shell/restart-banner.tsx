// Says that changed settings are not in effect yet. Those of the SCIM listener need no more than serving to be restarted;
// those of the admin listener, which serves this page, a new start of the process.
import { Link } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import type { SettingKey } from '../../../shared/admin/setting.ts';
import { SETTING_WORDS } from '../../../shared/admin/setting-words.ts';
import { shell } from '../../api/shell.ts';
import { useSettingsState } from '../../api/use-settings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useServingOrders } from '../serving/use-serving.ts';

const OF_SCIM_LISTENER: ReadonlySet<SettingKey> = new Set(['server.scimPort', 'server.scimHost']);

export function RestartBanner() {
  const keys = useSettingsState().data?.awaitsRestart ?? [];
  const give = useServingOrders();
  const isOfScim = keys.every((key) => OF_SCIM_LISTENER.has(key));
  const actions = (
    <>
      <Link
        to="/settings"
        search={{ find: 'restart' }}
        className="font-medium text-accent underline"
      >
        Show
      </Link>
      {isOfScim && <Button onPress={() => give({ kind: 'restart' })}>Restart serving</Button>}
      {!isOfScim && shell !== undefined && (
        <Button onPress={() => void shell?.restartServer()}>Restart the server</Button>
      )}
    </>
  );
  return (
    <Banner
      role="status"
      isShown={keys.length > 0}
      tone="accent"
      icon={RotateCw}
      title="Settings need a restart."
      actions={actions}
    >
      {keys.map((key) => SETTING_WORDS[key].title).join(', ')}: in effect once{' '}
      {isOfScim ? 'serving is restarted.' : 'the server is started again.'}
    </Banner>
  );
}
