// A JSON editor, loaded when it is first needed: CodeMirror is larger than the rest of a screen.
import { lazy, Suspense } from 'react';
import type { CodeEditorProps } from './code-editor-view.tsx';
import { Skeleton } from './skeleton.tsx';

const LazyEditor = lazy(async () => {
  const { CodeEditorView } = await import('./code-editor-view.tsx');
  return { default: CodeEditorView };
});

export function CodeEditor(props: CodeEditorProps) {
  return (
    <Suspense fallback={<Skeleton label="Loading the editor" lines={6} />}>
      <LazyEditor {...props} />
    </Suspense>
  );
}
