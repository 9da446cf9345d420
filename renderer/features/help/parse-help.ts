// Help is written as plain text with a few marks: `## ` a heading, `- ` and `1. ` lists, fences of ``` around code, `|` rows
// of a table; within a line `code`, **strong** and [text](address of the app).

export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly address: string };

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly isNumbered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] };

export function parseHelp(text: string): readonly Block[] {
  const fences = text.trim().split('```');
  return fences.flatMap((part, index) =>
    index % 2 === 1 ? [{ kind: 'code' as const, text: part.trim() }] : parseProse(part),
  );
}

/** The words alone, for the search. */
export function plainText(text: string): string {
  return text.replaceAll(/[`*|#]|\]\([^)]*\)|\[/g, ' ').replaceAll(/\s+/g, ' ');
}

function parseProse(text: string): readonly Block[] {
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(parseBlock);
}

function parseBlock(part: string): Block {
  const lines = part.split('\n');
  if (part.startsWith('## ')) return { kind: 'heading', content: parseInline(part.slice(3)) };
  if (part.startsWith('|')) return { kind: 'table', rows: lines.map(parseRow) };
  if (/^(?:-|1\.) /.test(part)) {
    const items = part.split(/\n(?=(?:-|\d+\.) )/).map((item) => item.replace(/^(?:-|\d+\.) /, ''));
    return {
      kind: 'list',
      isNumbered: part.startsWith('1'),
      items: items.map((item) => parseInline(item.replaceAll(/\s*\n\s*/g, ' '))),
    };
  }
  return { kind: 'paragraph', content: parseInline(lines.join(' ')) };
}

function parseRow(line: string): readonly (readonly Inline[])[] {
  return line
    .replaceAll(/^\||\|$/g, '')
    .split('|')
    .map((cell) => parseInline(cell.trim()));
}

const MARK = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)/g;

function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    const [whole, code, strong, linked = '', address = ''] = match;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else parts.push({ kind: 'link', text: linked, address });
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
