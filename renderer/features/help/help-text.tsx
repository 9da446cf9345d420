// Draws a page of help.
import { useRouter } from '@tanstack/react-router';
import { Fragment } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { parseHelp, type Block, type Inline } from './parse-help.ts';

export function HelpText({ body }: { readonly body: string }) {
  return (
    <div className="flex flex-col gap-3">
      {parseHelp(body).map((block, index) => (
        <HelpBlock key={index} block={block} />
      ))}
    </div>
  );
}

function HelpBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 className="mt-3 font-semibold">
          <Line content={block.content} />
        </h3>
      );
    case 'paragraph':
      return (
        <p>
          <Line content={block.content} />
        </p>
      );
    case 'code':
      return (
        <div className="flex items-start rounded-md border border-line bg-surface-2">
          <pre
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            tabIndex={0}
            aria-label="Example"
            className="min-w-0 flex-1 overflow-x-auto px-3 py-2 font-mono text-sm"
          >
            {block.text}
          </pre>
          <CopyButton what="example" text={block.text} />
        </div>
      );
    case 'list':
      return <HelpList {...block} />;
    case 'table':
      return <HelpTable rows={block.rows} />;
  }
}

function HelpList({ isNumbered, items }: Extract<Block, { kind: 'list' }>) {
  const List = isNumbered ? 'ol' : 'ul';
  return (
    <List className={`flex flex-col gap-1.5 pl-5 ${isNumbered ? 'list-decimal' : 'list-disc'}`}>
      {items.map((item, index) => (
        <li key={index}>
          <Line content={item} />
        </li>
      ))}
    </List>
  );
}

function HelpTable({ rows }: { readonly rows: Extract<Block, { kind: 'table' }>['rows'] }) {
  const [head = [], ...body] = rows;
  return (
    <table className="w-full border-collapse text-left">
      <thead>
        <tr className="border-b border-line-strong">
          {head.map((cell, index) => (
            <th key={index} scope="col" className="py-1 pr-4 font-semibold">
              <Line content={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row, index) => (
          <tr key={index} className="border-b border-line/60 align-top">
            {row.map((cell, column) => (
              <td key={column} className="py-1.5 pr-4 wrap-anywhere">
                <Line content={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Line({ content }: { readonly content: readonly Inline[] }) {
  return content.map((part, index) => <Fragment key={index}>{drawInline(part)}</Fragment>);
}

function drawInline(part: Inline) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code className="rounded bg-surface-2 px-1 font-mono text-sm">{part.text}</code>;
    case 'strong':
      return <strong className="font-semibold text-ink-1">{part.text}</strong>;
    case 'link':
      return <AppLink address={part.address}>{part.text}</AppLink>;
  }
}

function AppLink({ address, children }: { readonly address: string; readonly children: string }) {
  const { history } = useRouter();
  return (
    <a
      href={history.createHref(address)}
      className="font-medium text-accent underline underline-offset-2"
    >
      {children}
    </a>
  );
}
