// CodeMirror with JSON syntax, problems marked as one types, and the app's colours. It lives in a shadow root, because
// there it styles itself by constructed sheets; in the page it would add style elements, which our content security
// policy refuses. Tab leaves the editor, so that the keyboard is never trapped.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { EDITOR_LOOK } from './editor-look.ts';
import type { JsonHints } from './json-hints.ts';
import { jsonHints } from './json-hints-view.ts';

export interface CodeEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isReadOnly?: boolean;
  /** What is known of the document's meaning; the same object as long as it is the same. */
  readonly hints?: JsonHints | undefined;
}

export function CodeEditorView(props: CodeEditorProps) {
  const { value, onChange, isReadOnly = false, hints } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const onEdit = useEffectEvent((text: string) => {
    if (text !== value) onChange(text);
  });
  const createState = useEffectEvent(() =>
    EditorState.create({ doc: value, extensions: buildExtensions(props, onEdit) }),
  );

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const editor = new EditorView({ state: createState(), parent: root, root });
    view.current = editor;
    return () => editor.destroy();
  }, [isReadOnly, hints]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  return (
    <div
      ref={host}
      className="min-h-40 overflow-hidden rounded-md border border-line-strong bg-surface-1"
    />
  );
}

/** Mod+Enter is the screen's: it sends or saves. */
const PLAIN_KEYMAP = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter');

const parseMistakes = jsonParseLinter();

/** An empty document is one that has not been begun, not a mistake. */
function findMistakes(view: EditorView): readonly Diagnostic[] {
  return view.state.doc.toString().trim() === '' ? [] : parseMistakes(view);
}

function buildExtensions(
  { label, isReadOnly = false, hints }: CodeEditorProps,
  onEdit: (text: string) => void,
): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    bracketMatching(),
    json(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorState.readOnly.of(isReadOnly),
    keymap.of([...PLAIN_KEYMAP, ...historyKeymap]),
    isReadOnly ? [] : [linter(findMistakes), lintGutter()],
    isReadOnly || hints === undefined ? [] : jsonHints(hints),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onEdit(update.state.doc.toString());
    }),
    EDITOR_LOOK,
  ];
}
