// A note on one request, several, or all that match.
import { useState } from 'react';
import { create } from 'zustand';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatCount } from '../../ui/format.ts';
import { INPUT_CLASSES } from '../../ui/text-field.tsx';
import {
  countMatching,
  markMatching,
  markRequests,
  readMarks,
  type ListScope,
} from './request-actions.ts';

interface NoteSubject {
  readonly title: string;
  readonly requests: number;
  /** Of a single one. */
  readonly note: string;
  /** How many have a note by now. */
  readonly noted: number;
  readonly write: (note: string | null) => Promise<void>;
}

const useNoteSubject = create<{ readonly subject: NoteSubject | null }>(() => ({ subject: null }));

/** Begins with the note that is in the log now: a list may be older. */
export async function openNote(ids: readonly number[]): Promise<void> {
  const requests = await readMarks(ids);
  if (requests === undefined) return;
  const note = ids.length === 1 ? (requests[0]?.note ?? '') : '';
  const noted = requests.filter((request) => request.note !== null).length;
  const title =
    ids.length === 1
      ? `Note on request ${ids[0] ?? ''}`
      : `Note on ${formatCount(ids.length, 'request')}`;
  const write = (text: string | null) => markRequests(ids, { note: text });
  open({ title, requests: ids.length, note, noted, write });
}

/** The same note on each, loaded or not. */
export async function openNoteOnMatching(scope: ListScope): Promise<void> {
  const counted = await countMatching(scope, 'has:note');
  if (counted === undefined) return;
  open({
    title: `Note on all ${formatCount(counted.requests, 'request')} that match`,
    requests: counted.requests,
    note: '',
    noted: counted.narrowed,
    write: (note) => markMatching(scope, { note }, note === null ? 'without a note' : 'noted'),
  });
}

function open(subject: NoteSubject): void {
  useNoteSubject.setState({ subject });
}

function close(): void {
  useNoteSubject.setState({ subject: null });
}

/** Mount once on the screen. */
export function NoteDialog() {
  const subject = useNoteSubject((state) => state.subject);
  return subject === null ? null : <NoteForm key={subject.title} subject={subject} />;
}

const LONGEST = 2000;

function NoteForm({ subject }: { readonly subject: NoteSubject }) {
  const [text, setText] = useState(subject.note);
  const { title, requests, noted } = subject;
  // An empty box takes away the note that stood in it, never one that was not shown.
  const canSave = text.trim() !== '' || subject.note !== '';

  function write(note: string | null): void {
    void subject.write(note);
    close();
  }

  function save(): void {
    if (canSave) write(text.trim() === '' ? null : text);
  }

  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          {noted > 0 && (
            <Button onPress={() => write(null)}>
              {requests === 1 ? 'Remove the note' : `Remove ${formatCount(noted, 'note')}`}
            </Button>
          )}
          <Button variant="primary" isDisabled={!canSave} onPress={save}>
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
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
        className={`${INPUT_CLASSES} h-auto resize-y py-1.5`}
      />
      {requests > 1 && noted > 0 && (
        <p className="pt-1 text-sm text-ink-2">
          {noted === requests ? 'All have' : `${noted} of them ${noted === 1 ? 'has' : 'have'}`} a
          note, which this replaces.
        </p>
      )}
      <p className="pt-1 text-sm text-ink-3">Ctrl+Enter saves. Search for it with has:note.</p>
    </Dialog>
  );
}
