// Requests from elsewhere: pasted, or out of a file.
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import {
  type ReadRequests,
  readRequests,
  toComposed,
} from '../../../shared/compose/read-requests.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatCount } from '../../ui/format.ts';
import { INPUT_CLASSES } from '../../ui/text-field.tsx';
import { cx } from '../../ui/cx.ts';
import { openDrafts } from './drafts.ts';
import { useTargets } from './use-targets.ts';

/** More tabs than that are of no use to anybody. */
const MOST = 20;

export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const targets = useTargets();
  const read = text.trim() === '' ? undefined : readRequests(text);
  function open(): void {
    if (read?.kind !== 'read') return;
    openDrafts(
      read.requests
        .slice(0, MOST)
        .map((one) => ({ name: one.name, request: toComposed(one, targets) })),
    );
    onClose();
  }
  return (
    <Dialog
      title="Import requests"
      size="medium"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={read?.kind !== 'read'} onPress={open}>
            Open
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextField value={text} onChange={setText} className="flex flex-col gap-1">
          <Label className="text-sm font-medium text-ink-2">
            A curl command, HAR, .http file or Postman collection
          </Label>
          <TextArea
            rows={9}
            spellCheck={false}
            placeholder="curl 'https://…/scim/Users' -H 'Accept: application/scim+json'"
            className={cx(INPUT_CLASSES, 'h-auto py-1.5 font-mono text-sm')}
          />
        </TextField>
        <div className="flex items-center gap-3">
          <FileTrigger
            acceptedFileTypes={['.har', '.http', '.rest', '.json', '.sh', '.txt']}
            onSelect={(files) => void files?.item(0)?.text().then(setText)}
          >
            <Button>
              <FileUp aria-hidden className="size-3.5" />
              Choose a file
            </Button>
          </FileTrigger>
          <p role="status" className="min-w-0 flex-1">
            <ImportNote read={read} />
          </p>
        </div>
      </div>
    </Dialog>
  );
}

function ImportNote({ read }: { readonly read: ReadRequests | undefined }) {
  if (read === undefined) return null;
  if (read.kind === 'unread') return <span className="text-bad">{read.reason}</span>;
  const { length } = read.requests;
  const more = length > MOST ? `; the first ${MOST} are opened` : '';
  return (
    <>
      {formatCount(length, 'request')} from {read.from}
      {more}
    </>
  );
}
