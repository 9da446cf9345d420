// Says that there is a newer version of the app, and how far its download is.
import { CircleArrowUp } from 'lucide-react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { UpdateActions } from './update-actions.tsx';
import { offerOf, orderUpdate, setNewsOpen, useUpdates } from './update-store.ts';
import { describeCheck, whyNotInstalled } from './update-words.ts';

export function UpdateBanner() {
  const state = useUpdates((store) => store.state);
  const offer = offerOf(state);
  const isShown = state !== undefined && offer !== undefined && !offer.isHidden;
  return (
    <Banner
      role="status"
      isShown={isShown}
      tone={state?.check.kind === 'not-installed' ? 'bad' : 'accent'}
      icon={CircleArrowUp}
      title="Update."
      actions={
        isShown && (
          <>
            {offer.notes !== '' && (
              <Button variant="ghost" onPress={() => setNewsOpen(true)}>
                What is new
              </Button>
            )}
            {state.check.kind !== 'downloading' && (
              <Button variant="ghost" onPress={() => void orderUpdate('later')}>
                Later
              </Button>
            )}
            <UpdateActions state={state} />
          </>
        )
      }
    >
      {isShown && describeCheck(state)}
      {isShown && state.mode === 'auto' && ` ${whyNotInstalled(state) ?? ''}`}
    </Banner>
  );
}
