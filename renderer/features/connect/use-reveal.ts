// A secret on show: for half a minute, with the seconds left and what to say about it.
import { useEffect, useState } from 'react';

const SHOWN_SECONDS = 30;

export function useReveal() {
  const [secondsLeft, setSecondsLeft] = useState(0);
  const [message, setMessage] = useState('');
  const isShown = secondsLeft > 0;

  useEffect(() => {
    if (!isShown) return undefined;
    const timer = setInterval(() => {
      setSecondsLeft((seconds) => Math.max(0, seconds - 1));
    }, 1000);
    return () => clearInterval(timer);
  }, [isShown]);

  useEffect(() => {
    if (!isShown) return undefined;
    return () => setMessage('Hidden again');
  }, [isShown]);

  function toggle(): void {
    setSecondsLeft(isShown ? 0 : SHOWN_SECONDS);
    if (!isShown) setMessage(`Shown for ${SHOWN_SECONDS} seconds, then hidden again`);
  }

  return { secondsLeft, message, toggle };
}
