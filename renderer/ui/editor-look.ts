// The look of CodeMirror in this app: our tokens for its colours. It is loaded with the editor only.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

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

export const EDITOR_LOOK: Extension = [syntaxHighlighting(HIGHLIGHT), THEME];
