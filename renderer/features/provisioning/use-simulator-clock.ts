// Virtual time on screen: read from the server, then carried on here second by second as its mode says.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ClockJump, SimulatorClockSetting } from '../../../shared/simulator/job-run.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { carryOn, differsFromWall, type ClockReading } from './virtual-time.ts';

const REREAD_MS = 60_000;

export function useClockReading() {
  return useQuery({
    queryKey: queryKeys.simulatorClock,
    refetchInterval: REREAD_MS,
    queryFn: async ({ signal }): Promise<ClockReading> => {
      const clock = await callAdmin('getSimulatorClock', {}, signal);
      return { ...clock, readAt: Date.now() };
    },
  });
}

export interface VirtualNow {
  readonly mode: SimulatorClockSetting['mode'];
  readonly factor: number;
  readonly now: Date;
  readonly differs: boolean;
}

const SECOND_MS = 1000;

/** Undefined until it is read. */
export function useVirtualNow(): VirtualNow | undefined {
  const reading = useClockReading().data;
  const [wall, setWall] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setWall(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  if (reading === undefined) return undefined;
  const at = Math.max(wall, reading.readAt);
  const now = carryOn(reading, at);
  return { mode: reading.mode, factor: reading.factor, now, differs: differsFromWall(reading, at) };
}

export function useClockSetting() {
  const onDone = useReread();
  return useMutation({
    mutationFn: (setting: SimulatorClockSetting) =>
      callAdmin('putSimulatorClock', { body: setting }),
    onSuccess: onDone,
    onError: tell,
  });
}

/** Ends when the cycles that became due have ended. */
export function useClockJump() {
  const onDone = useReread();
  return useMutation({
    mutationFn: (jump: ClockJump) => callAdmin('jumpSimulatorClock', { body: jump }),
    onSuccess: onDone,
    onError: tell,
  });
}

function useReread() {
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries({ queryKey: queryKeys.simulatorClock });
    await queryClient.invalidateQueries({ queryKey: ['job'] });
  };
}

function tell(error: unknown): void {
  toast({ tone: 'bad', message: describeError(error) });
}
