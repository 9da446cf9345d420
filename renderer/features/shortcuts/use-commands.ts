// Lets a screen say what commands do while it is on show. The ids, titles and keys are in shared/commands.ts: add yours there.
//
//   useCommands([{ id: 'requests.follow', run: toggleFollow, when: () => !isEmpty }]);
import { useEffect, useLayoutEffect, useRef } from 'react';
import { addActions, type CommandAction } from './command-store.ts';

export function useCommands(actions: readonly CommandAction[]): void {
  const ids = actions.map(({ id }) => id).join(' ');
  const latest = useRef(actions);
  // The palette asks `when` as it is drawn, which an effect event would not allow.
  useLayoutEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    // The actions are read when they are used, so only another set of ids is a reason to connect again.
    const connected = latest.current.map(({ id }, index) => ({
      id,
      run: () => latest.current[index]?.run(),
      when: () => latest.current[index]?.when?.() ?? true,
    }));
    return ids === '' ? undefined : addActions(connected);
  }, [ids]);
}
