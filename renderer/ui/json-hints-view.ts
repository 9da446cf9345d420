// Hints on a JSON document, as CodeMirror shows them: completion of names and values, and problems marked where they are.
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import { type Diagnostic, linter } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { JsonHints, JsonPath, JsonProblem } from './json-hints.ts';
import { parseJson } from './json-text.ts';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

export function jsonHints(hints: JsonHints): Extension {
  return [
    linter((view) => findDiagnostics(view.state, hints)),
    autocompletion({ override: [(context) => complete(context, hints)] }),
    LOOK,
  ];
}

function findDiagnostics(state: EditorState, hints: JsonHints): readonly Diagnostic[] {
  const document = parseJson(state.doc.toString());
  if (document === undefined) return [];
  return hints.findProblems(document).map((problem) => ({
    ...rangeOf(state, problem),
    severity: problem.severity,
    message: problem.message,
  }));
}

interface Found {
  readonly node: SyntaxNode | null;
  /** Whose value it is, in an object. */
  readonly property: SyntaxNode | null;
}

/** Of the beginning of the document where the path leads nowhere. */
function rangeOf(state: EditorState, { path, on }: JsonProblem) {
  const root: Found = { node: syntaxTree(state).topNode.firstChild, property: null };
  const { node, property } = path.reduce((found, step) => stepInto(state, found, step), root);
  const marked = on === 'name' ? (property?.firstChild ?? node) : node;
  const end = Math.min(1, state.doc.length);
  // An object as a whole is marked by its brace.
  if (marked === null) return { from: 0, to: end };
  return { from: marked.from, to: marked.name === 'Object' ? marked.from + end : marked.to };
}

function stepInto(state: EditorState, { node }: Found, step: string | number): Found {
  if (node === null) return { node, property: null };
  if (typeof step === 'number') return { node: elementAt(node, step), property: null };
  const property = findProperty(state, node, step);
  return { node: property?.lastChild ?? null, property };
}

function findProperty(state: EditorState, object: SyntaxNode, name: string): SyntaxNode | null {
  return object.getChildren('Property').findLast((one) => nameOf(state, one) === name) ?? null;
}

function nameOf(state: EditorState, property: SyntaxNode): string | undefined {
  const name = property.getChild('PropertyName');
  const text = name === null ? undefined : parseJson(state.sliceDoc(name.from, name.to));
  return typeof text === 'string' ? text : undefined;
}

const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

function elementsOf(array: SyntaxNode): readonly SyntaxNode[] {
  const elements: SyntaxNode[] = [];
  for (let child = array.firstChild; child !== null; child = child.nextSibling) {
    if (VALUES.has(child.name)) elements.push(child);
  }
  return elements;
}

function elementAt(array: SyntaxNode, index: number): SyntaxNode | null {
  return elementsOf(array)[index] ?? null;
}

/** Path of a value or of a property. */
function pathOf(state: EditorState, node: SyntaxNode): JsonPath {
  const { parent } = node;
  const own = node.name === 'Property' ? [nameOf(state, node) ?? ''] : [];
  if (parent === null) return own;
  if (parent.name !== 'Array') return [...pathOf(state, parent), ...own];
  const index = elementsOf(parent).findIndex(({ from }) => from === node.from);
  return [...pathOf(state, parent), index, ...own];
}

function complete(context: CompletionContext, hints: JsonHints): CompletionResult | null {
  const { state, pos } = context;
  const node = syntaxTree(state).resolveInner(pos, -1);
  if (node.name === 'PropertyName') return completeName(state, hints, node);
  const property = node.name === 'Property' ? node : valueHolder(node);
  if (property !== undefined) return completeValue(context, hints, property);
  const object = enclosing(node, 'Object');
  const word = context.matchBefore(/"?[\w:.]*/);
  if (object === undefined || (!context.explicit && !word?.text)) return null;
  const from = word?.from ?? pos;
  return { from, options: namesIn(state, hints, object).map((name) => asName(name, ': ')) };
}

function completeName(
  state: EditorState,
  hints: JsonHints,
  node: SyntaxNode,
): CompletionResult | null {
  const object = enclosing(node, 'Object');
  if (object === undefined) return null;
  const hasValue = node.nextSibling !== null;
  return {
    from: node.from,
    to: node.to,
    options: namesIn(state, hints, object).map((name) => asName(name, hasValue ? '' : ': ')),
    filter: true,
  };
}

function completeValue(
  { state, pos, explicit }: CompletionContext,
  hints: JsonHints,
  property: SyntaxNode,
): CompletionResult | null {
  const name = property.getChild('PropertyName');
  const value = property.lastChild;
  if (name === null || pos <= name.to) return null;
  const isWritten = value !== null && value.from > name.to && VALUES.has(value.name);
  if (!isWritten && !explicit) return null;
  const options = hints.valuesAt(pathOf(state, property)).map((one) => ({
    label: JSON.stringify(one),
    type: 'constant',
  }));
  return { from: isWritten ? value.from : pos, ...(isWritten && { to: value.to }), options };
}

/** The property whose plain value the node is. */
function valueHolder(node: SyntaxNode): SyntaxNode | undefined {
  const isPlain = VALUES.has(node.name) && node.name !== 'Object' && node.name !== 'Array';
  return isPlain && node.parent?.name === 'Property' ? node.parent : undefined;
}

function enclosing(node: SyntaxNode, name: string): SyntaxNode | undefined {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    if (at.name === name) return at;
  }
  return undefined;
}

/** Names that the object does not have yet. */
function namesIn(state: EditorState, hints: JsonHints, object: SyntaxNode) {
  const taken = new Set(object.getChildren('Property').map((one) => nameOf(state, one)));
  return hints.namesAt(pathOf(state, object)).filter(({ name }) => !taken.has(name));
}

function asName({ name, detail }: { name: string; detail: string }, end: string): Completion {
  const label = JSON.stringify(name);
  return { label, detail, apply: label + end, type: 'property' };
}

const LOOK = EditorView.theme({
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--ink-1)',
  },
  '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal' },
  '.cm-completionIcon': { display: 'none' },
});
