// A screen failed while drawing itself. The frame and the server go on.
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { ErrorState } from '../../ui/error-state.tsx';

export function CrashPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <ErrorState
      title="This screen could not be shown"
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}
