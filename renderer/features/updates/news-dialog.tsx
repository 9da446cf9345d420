// What the publisher says of the version that is offered, as plain text.
import type { UpdateState } from '../../../shared/update.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { UpdateActions } from './update-actions.tsx';
import { offerOf, setNewsOpen } from './update-store.ts';
import { describeCheck } from './update-words.ts';

export function NewsDialog({ state }: { readonly state: UpdateState }) {
  const offer = offerOf(state);
  if (offer === undefined) return null;
  return (
    <Dialog
      title={`What is new in ${offer.version}`}
      size="medium"
      isOpen
      isText
      onClose={() => setNewsOpen(false)}
      actions={
        <>
          <Button onPress={() => setNewsOpen(false)}>Close</Button>
          <UpdateActions state={state} />
        </>
      }
    >
      <p className="pb-3">{describeCheck(state)}</p>
      <p className="whitespace-pre-wrap wrap-anywhere text-ink-1">{offer.notes}</p>
    </Dialog>
  );
}
