// The secret token: hidden until asked for, and hidden again after half a minute, so that it does not stay on a shared
// screen. The time left is on the button; it can be shown again at once.
import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { hideToken } from './hide-token.ts';
import { ValueRow } from './value-row.tsx';

const SHOWN_SECONDS = 30;

export function SecretToken({ token }: { readonly token: string }) {
  const { secondsLeft, toggle } = useReveal();
  const isShown = secondsLeft > 0;
  const Icon = isShown ? EyeOff : Eye;
  return (
    <ValueRow label="Secret Token" value={isShown ? token : hideToken(token)}>
      <Button variant="ghost" onPress={toggle}>
        <Icon aria-hidden className="size-3.5" />
        {isShown ? `Hide (${secondsLeft} s)` : 'Reveal'}
      </Button>
      <CopyButton what="Secret Token" text={token} />
    </ValueRow>
  );
}

function useReveal() {
  const [secondsLeft, setSecondsLeft] = useState(0);
  const isShown = secondsLeft > 0;
  useEffect(() => {
    if (!isShown) return undefined;
    const timer = setInterval(() => setSecondsLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, [isShown]);
  return { secondsLeft, toggle: () => setSecondsLeft(isShown ? 0 : SHOWN_SECONDS) };
}
