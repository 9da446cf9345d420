// What can be done about the version that is offered: the same in the banner and in the dialog of what is new.
import type { UpdateState } from '../../../shared/update.ts';
import { Button } from '../../ui/button.tsx';
import { offerOf, orderUpdate, setNewsOpen } from './update-store.ts';
import { canInstall } from './update-words.ts';

export function UpdateActions({ state }: { readonly state: UpdateState }) {
  const offer = offerOf(state);
  if (offer === undefined || state.check.kind === 'downloading') return null;
  const skip = () => {
    setNewsOpen(false);
    void orderUpdate('skip');
  };
  return (
    <>
      <Button variant="ghost" onPress={skip}>
        Skip this version
      </Button>
      <GetIt state={state} download={offer.download} />
    </>
  );
}

interface GetItProps {
  readonly state: UpdateState;
  readonly download: 'file' | 'page' | null;
}

function GetIt({ state, download }: GetItProps) {
  if (canInstall(state)) {
    const isHere = state.check.kind === 'downloaded';
    return (
      <Button variant="primary" onPress={() => void orderUpdate('install')}>
        {isHere ? 'Restart now' : 'Download and restart'}
      </Button>
    );
  }
  if (download === null) return null;
  return (
    <Button variant="primary" onPress={() => void orderUpdate('download')}>
      {download === 'page' ? 'Download page' : 'Download'}
    </Button>
  );
}
