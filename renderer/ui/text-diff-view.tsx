// CodeMirror's merge view, to read only, in a shadow root for the reason told in code-editor-view.tsx. What is equal is
// folded away; what differs is marked by a bar in the gutter and by signs, not by colour alone.
import { json } from '@codemirror/lang-json';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { EDITOR_LOOK } from './editor-look.ts';

export interface TextDiffProps {
  /** Names of the two sides. */
  readonly labels: readonly [string, string];
  readonly before: string;
  readonly after: string;
  readonly form: 'side-by-side' | 'unified';
  readonly isJson?: boolean;
}

const FOLDED = { margin: 3, minSize: 6 };
/** A comparison beyond this much work shows larger pieces as changed. */
const DIFF_CONFIG = { scanLimit: 500, timeout: 200 };

export function TextDiffView(props: TextDiffProps) {
  const { before, after, form, isJson = true } = props;
  const [beforeLabel, afterLabel] = props.labels;
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const shared = buildExtensions(isJson);
    const view =
      form === 'unified'
        ? new EditorView({
            parent: root,
            root,
            state: EditorState.create({
              doc: after,
              extensions: [
                shared,
                label(`${beforeLabel} and ${afterLabel}`),
                unifiedMergeView({
                  original: before,
                  mergeControls: false,
                  collapseUnchanged: FOLDED,
                  diffConfig: DIFF_CONFIG,
                }),
              ],
            }),
          })
        : new MergeView({
            parent: root,
            root,
            a: { doc: before, extensions: [shared, label(beforeLabel)] },
            b: { doc: after, extensions: [shared, label(afterLabel)] },
            collapseUnchanged: FOLDED,
            diffConfig: DIFF_CONFIG,
          });
    return () => view.destroy();
  }, [before, after, form, isJson, beforeLabel, afterLabel]);

  return (
    <div
      ref={host}
      role="group"
      aria-label={`${beforeLabel} and ${afterLabel}`}
      className="max-h-[32rem] overflow-auto rounded-md border border-line bg-surface-0"
    />
  );
}

function buildExtensions(isJson: boolean): Extension {
  return [
    lineNumbers(),
    isJson ? json() : [],
    EditorView.lineWrapping,
    EditorState.readOnly.of(true),
    EDITOR_LOOK,
    DIFF_LOOK,
  ];
}

function label(text: string): Extension {
  return EditorView.contentAttributes.of({ 'aria-label': text });
}

const DIFF_LOOK = EditorView.theme({
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--bad-soft)' },
  '&.cm-merge-b .cm-changedLine, .cm-insertedLine': { backgroundColor: 'var(--good-soft)' },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
    background: 'none',
    textDecoration: 'line-through',
    textDecorationColor: 'var(--bad)',
  },
  '&.cm-merge-b .cm-changedText, .cm-insertedLine .cm-changedText': {
    background: 'none',
    textDecoration: 'underline',
    textDecorationColor: 'var(--good)',
  },
  '.cm-changeGutter': { width: '4px' },
  '&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter': { background: 'var(--bad)' },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'var(--good)' },
  '.cm-deletedChunk': { paddingLeft: '6px' },
  '.cm-collapsedLines': {
    color: 'var(--ink-2)',
    background: 'var(--surface-2)',
    padding: '2px 8px',
  },
});
