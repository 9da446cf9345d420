// A note on one request or several.
import { useState } from 'react';
import { create } from 'zustand';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatCount } from '../../ui/format.ts';
import { INPUT_CLASSES } from '../../ui/text-field.tsx';
import { markRequests } from './request-actions.ts';

interface NoteSubject {
  readonly ids: readonly number[];
  readonly note: string;
}

const useNoteSubject = create<{ readonly subject: NoteSubject | null }>(() => ({ subject: null }));

export function editNote(subject: NoteSubject): void {
  useNoteSubject.setState({ subject });
}

function close(): void {
  useNoteSubject.setState({ subject: null });
}

/** Mount once on the screen. */
export function NoteDialog() {
  const subject = useNoteSubject((state) => state.subject);
  return subject === null ? null : <NoteForm key={subject.ids.join()} subject={subject} />;
}

const LONGEST = 2000;

function NoteForm({ subject }: { readonly subject: NoteSubject }) {
  const [text, setText] = useState(subject.note);
  const { ids } = subject;
  const [only] = ids;
  const title =
    ids.length === 1 ? `Note on request ${only}` : `Note on ${formatCount(ids.length, 'request')}`;

  function save(note: string): void {
    void markRequests(ids, { note: note.trim() === '' ? null : note });
    close();
  }

  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          {subject.note !== '' && <Button onPress={() => save('')}>Remove the note</Button>}
          <Button variant="primary" onPress={() => save(text)}>
            Save
          </Button>
        </>
      }
    >
      <textarea
        aria-label="Note"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to type into it
        autoFocus
        rows={4}
        maxLength={LONGEST}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(text);
        }}
        className={`${INPUT_CLASSES} h-auto resize-y py-1.5`}
      />
      <p className="pt-1 text-sm text-ink-3">Ctrl+Enter saves. Search for it with has:note.</p>
    </Dialog>
  );
}
