// CodeMirror for expressions: colours, completion of functions and attributes, and problems marked where they are. In a
// shadow root, as renderer/ui/code-editor-view.tsx says why. Tab leaves the editor.
import { autocompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { checkExpression } from '../../../shared/simulator/expression/check-expression.ts';
import { EDITOR_LOOK } from '../../ui/editor-look.ts';
import { completeExpression } from './complete-expression.ts';
import { EXPRESSION_LANGUAGE } from './expression-language.ts';

export interface ExpressionEditorProps {
  readonly label: string;
  readonly value: string;
  /** That an expression may name; the same array as long as they are the same. */
  readonly attributes: readonly string[];
  readonly onChange: (value: string) => void;
  readonly onCursor: (position: number) => void;
}

export function ExpressionEditorView(props: ExpressionEditorProps) {
  const { value, attributes, onChange, onCursor } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const onEdit = useEffectEvent((text: string) => {
    if (text !== value) onChange(text);
  });
  const onMove = useEffectEvent(onCursor);
  const createState = useEffectEvent(() =>
    EditorState.create({ doc: value, extensions: buildExtensions(props, { onEdit, onMove }) }),
  );

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const editor = new EditorView({ state: createState(), parent: root, root });
    view.current = editor;
    return () => editor.destroy();
  }, [attributes]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  return <div ref={host} className="min-h-20 rounded-md border border-line-strong bg-surface-1" />;
}

interface Listeners {
  readonly onEdit: (text: string) => void;
  readonly onMove: (position: number) => void;
}

function buildExtensions(
  { label, attributes }: ExpressionEditorProps,
  { onEdit, onMove }: Listeners,
): Extension {
  const names = new Set(attributes);
  return [
    history(),
    drawSelection(),
    bracketMatching(),
    EXPRESSION_LANGUAGE,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    linter((editor) => findProblems(editor.state.doc.toString(), names), { delay: 300 }),
    autocompletion({ override: [(context) => completeExpression(context, attributes)] }),
    EditorView.domEventHandlers({ beforeinput: typeOverSelection }),
    EditorView.updateListener.of(({ state, docChanged, selectionSet }) => {
      if (docChanged) onEdit(state.doc.toString());
      if (docChanged || selectionSet) onMove(state.selection.main.head);
    }),
    EDITOR_LOOK,
    EditorView.theme({ '&': { minHeight: '4.875rem' } }),
  ];
}

/** Typing over coloured text makes Chromium copy its colour into an inline style, which our content security policy refuses. */
function typeOverSelection(event: InputEvent, view: EditorView): boolean {
  const { inputType, data } = event;
  if (inputType !== 'insertText' || data === null || view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type' });
  return true;
}

/** An empty expression is one that has not been begun. */
function findProblems(text: string, attributes: ReadonlySet<string>) {
  if (text.trim() === '') return [];
  return checkExpression(text, attributes).map(({ severity, message, start, end }) => ({
    severity,
    message,
    from: Math.min(start, text.length),
    to: Math.min(end, text.length),
  }));
}
