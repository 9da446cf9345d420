// CodeMirror with JSON syntax, problems marked as one types, and the app's colours. It lives in a shadow root, because
// there it styles itself by constructed sheets; in the page it would add style elements, which our content security
// policy refuses. Tab leaves the editor, so that the keyboard is never trapped.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { linter, lintGutter } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useEffectEvent, useRef } from 'react';

export interface CodeEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isReadOnly?: boolean;
}

export function CodeEditorView({ label, value, onChange, isReadOnly = false }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const onEdit = useEffectEvent((text: string) => {
    if (text !== value) onChange(text);
  });
  const createState = useEffectEvent(() =>
    EditorState.create({ doc: value, extensions: buildExtensions(label, isReadOnly, onEdit) }),
  );

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const editor = new EditorView({ state: createState(), parent: root, root });
    view.current = editor;
    return () => editor.destroy();
  }, [isReadOnly]);

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

function buildExtensions(
  label: string,
  isReadOnly: boolean,
  onEdit: (text: string) => void,
): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    bracketMatching(),
    json(),
    syntaxHighlighting(HIGHLIGHT),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorState.readOnly.of(isReadOnly),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    isReadOnly ? [] : [linter(jsonParseLinter()), lintGutter()],
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onEdit(update.state.doc.toString());
    }),
    THEME,
  ];
}

const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: tags.number, color: 'var(--warn)' },
  { tag: [tags.bool, tags.null], color: 'var(--violet)' },
]);

const THEME = EditorView.theme({
  '&': { color: 'var(--ink-1)', backgroundColor: 'transparent', fontSize: '0.75rem' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, Menlo, Consolas, monospace', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--ink-1)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink-1)' },
  '.cm-gutters': {
    backgroundColor: 'var(--surface-0)',
    color: 'var(--ink-3)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { backgroundColor: 'light-dark(#cbd9fb, #34477a)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface-1)',
    color: 'var(--ink-1)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
  },
});
