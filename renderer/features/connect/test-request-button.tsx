// "Send a test request", with its outcome as a message; the Connect card says it in place instead.
import { Send } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { useConnectionTest } from './use-connection-test.ts';

export function TestRequestButton({ variant }: { readonly variant?: 'primary' | 'secondary' }) {
  const test = useConnectionTest();
  function send(): void {
    test.mutate(undefined, {
      onSuccess: ({ ok, message }) => toast({ tone: ok ? 'good' : 'bad', message }),
      onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
    });
  }
  return (
    <Button variant={variant ?? 'secondary'} isPending={test.isPending} onPress={send}>
      <Send aria-hidden className="size-3.5" />
      Send a test request
    </Button>
  );
}
