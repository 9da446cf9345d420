// The editor of expressions, loaded when it is first needed: CodeMirror is larger than the rest of a screen.
import { lazy, Suspense } from 'react';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { ExpressionEditorProps } from './expression-editor-view.tsx';

const LazyEditor = lazy(async () => {
  const { ExpressionEditorView } = await import('./expression-editor-view.tsx');
  return { default: ExpressionEditorView };
});

export function ExpressionEditor(props: ExpressionEditorProps) {
  return (
    <Suspense fallback={<Skeleton label="Loading the editor" lines={3} />}>
      <LazyEditor {...props} />
    </Suspense>
  );
}
