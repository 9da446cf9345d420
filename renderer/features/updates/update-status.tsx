// Below the setting: what was found, or why nothing is looked for.
import { Button } from '../../ui/button.tsx';
import { checkForUpdates } from './check-for-updates.ts';
import { offerOf, orderUpdate, setNewsOpen, useUpdates } from './update-store.ts';
import { describeCheck, whyNotChecked, whyNotInstalled } from './update-words.ts';

export function UpdateStatus() {
  const state = useUpdates((store) => store.state);
  const obstacle = whyNotChecked(state);
  if (state === undefined || obstacle !== undefined) {
    return <p className="mt-2 max-w-prose text-ink-2">{obstacle}</p>;
  }
  const offer = offerOf(state);
  const isAuto = state.mode === 'auto';
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      <p className="max-w-prose text-ink-2">
        {describeCheck(state)} {isAuto && whyNotInstalled(state)}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button isDisabled={state.check.kind === 'checking'} onPress={() => void checkForUpdates()}>
          Check now
        </Button>
        {offer !== undefined && offer.notes !== '' && (
          <Button onPress={() => setNewsOpen(true)}>What is new</Button>
        )}
        {isAuto && state.installObstacle === 'not-agreed' && (
          <Button onPress={() => void orderUpdate('agree')}>Agree to this address…</Button>
        )}
      </div>
    </div>
  );
}
