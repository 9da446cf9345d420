// Two texts compared, side by side or as one. Loaded when it is first needed, like the editor.
import { lazy, Suspense } from 'react';
import type { TextDiffProps } from './text-diff-view.tsx';
import { Skeleton } from './skeleton.tsx';

const LazyDiff = lazy(async () => {
  const { TextDiffView } = await import('./text-diff-view.tsx');
  return { default: TextDiffView };
});

export function TextDiff(props: TextDiffProps) {
  return (
    <Suspense fallback={<Skeleton label="Loading the comparison" lines={6} />}>
      <LazyDiff {...props} />
    </Suspense>
  );
}
