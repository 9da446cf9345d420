// Says that the server does not answer, when it is tried again, and what can be done. Nothing shown is lost meanwhile.
import { PlugZap } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLiveFeed, useLiveState } from '../../api/live-context.tsx';
import { shell } from '../../api/shell.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

/** A server that restarts is back within this time; a banner for it would only flicker. */
const PATIENCE_MS = 600;

export function ConnectionBanner() {
  const feed = useLiveFeed();
  const isLost = useLiveState().kind === 'lost';
  const isShown = useLasting(isLost);
  return (
    <Banner
      role="status"
      isShown={isShown}
      tone="warn"
      icon={PlugZap}
      title="Connection lost."
      actions={
        <>
          {shell !== undefined && (
            <Button onPress={() => void shell?.restartServer()}>Restart the server</Button>
          )}
          <Button onPress={feed.retryNow}>Try now</Button>
        </>
      }
    >
      The server does not answer. What you see stays; it is brought up to date once the server is
      back.
    </Banner>
  );
}

/** True once `value` has been true for a while; false at once when it is not. */
function useLasting(value: boolean): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  useEffect(() => {
    if (!value) return undefined;
    const timer = setTimeout(() => setHasLasted(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setHasLasted(false);
    };
  }, [value]);
  return value && hasLasted;
}
