// The headers of a request, one a line as on the wire: quicker to write, paste and read than a table of fields.
import { useId, useState } from 'react';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { Label } from 'react-aria-components/Label';
import { cx } from '../../ui/cx.ts';
import { INPUT_CLASSES } from '../../ui/text-field.tsx';
import { type Header, readHeaders, writeHeaders } from './header-text.ts';

interface HeadersEditorProps {
  readonly headers: readonly Header[];
  readonly onChange: (headers: Header[]) => void;
}

export function HeadersEditor({ headers, onChange }: HeadersEditorProps) {
  const noteId = useId();
  const [text, setText] = useState(() => writeHeaders(headers));
  const { badLine } = readHeaders(text);
  function edit(next: string): void {
    setText(next);
    onChange(readHeaders(next).headers);
  }
  return (
    <TextField
      value={text}
      onChange={edit}
      isInvalid={badLine !== undefined}
      validationBehavior="aria"
      className="flex flex-col gap-1 p-3"
    >
      <Label className="text-sm font-medium text-ink-2">Headers, one a line</Label>
      <TextArea
        rows={8}
        spellCheck={false}
        aria-describedby={noteId}
        className={cx(INPUT_CLASSES, 'h-auto py-1.5 font-mono text-sm data-invalid:border-bad')}
      />
      <p id={noteId} className="text-sm text-ink-3">
        {badLine === undefined ? (
          'The token of the target is sent as Authorization, unless it stands here.'
        ) : (
          <span className="text-bad">“{badLine}” is no header: write Name: value.</span>
        )}
      </p>
    </TextField>
  );
}
