// Every scenario of the library, one after the other, for as long as the library is on show.
import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';
import type { ScenarioSummary } from '../../../shared/scenario/scenario-run.ts';
import { useRunActions, useRunUnderWay } from './use-scenarios.ts';

export interface RunAll {
  readonly isOn: boolean;
  readonly done: number;
  readonly total: number;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Ids that are still to be played; undefined while nobody wants all of them. */
const useQueue = create<{ readonly queue: readonly string[] | undefined }>(() => ({
  queue: undefined,
}));

function setQueue(queue: readonly string[] | undefined): void {
  useQueue.setState({ queue });
}

export function useRunAll(scenarios: readonly ScenarioSummary[]): RunAll {
  const { start, cancel } = useRunActions();
  const queue = useQueue((state) => state.queue);
  const underWay = useRunUnderWay();
  const isFree = queue !== undefined && underWay === undefined && !start.isPending;

  const goOn = useEffectEvent(() => {
    const [next, ...rest] = queue ?? [];
    setQueue(next === undefined ? undefined : rest);
    if (next === undefined) return;
    start.mutate({ scenario: { id: next } }, { onError: () => setQueue(undefined) });
  });
  useEffect(() => {
    if (isFree) goOn();
  }, [isFree, queue]);

  return {
    isOn: queue !== undefined,
    done: scenarios.length - (queue?.length ?? 0) - (underWay === undefined ? 0 : 1),
    total: scenarios.length,
    start: () => setQueue(scenarios.map(({ id }) => id)),
    stop() {
      setQueue(undefined);
      if (underWay !== undefined) cancel.mutate(underWay.id);
    },
  };
}
