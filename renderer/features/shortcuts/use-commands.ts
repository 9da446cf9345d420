// Lets a screen say what commands do while it is on show. The ids, titles and keys are in shared/commands.ts: add yours there.
//
//   useCommands([{ id: 'requests.follow', run: toggleFollow, when: () => !isEmpty }]);
import { useEffect, useEffectEvent } from 'react';
import { addActions, type CommandAction } from './command-store.ts';

export function useCommands(actions: readonly CommandAction[]): void {
  const ids = actions.map(({ id }) => id).join(' ');
  const run = useEffectEvent((index: number) => actions[index]?.run());
  const when = useEffectEvent((index: number) => actions[index]?.when?.() ?? true);
  const connect = useEffectEvent(() =>
    addActions(
      actions.map(({ id }, index) => ({ id, run: () => run(index), when: () => when(index) })),
    ),
  );
  useEffect(() => {
    // The actions are read when they are used, so only another set of ids is a reason to connect again.
    return ids === '' ? undefined : connect();
  }, [ids]);
}
