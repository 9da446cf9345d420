// What the title bar says of the server, in one word with one shape; and what can be done about it.
import { CircleAlert, CirclePause, CircleStop, type LucideIcon, Unplug } from 'lucide-react';
import type { Serving, TenantServing } from '../../../shared/admin/serving.ts';
import type { Tenant } from '../../../shared/admin/tenant.ts';
import type { ServingOrder } from './use-serving.ts';

export interface ServingLook {
  readonly word: string;
  /** A full dot where there is none. */
  readonly icon?: LucideIcon;
  readonly ink: string;
}

const NOT_CONNECTED: ServingLook = { word: 'Not connected', icon: Unplug, ink: 'text-warn' };
const SERVING: ServingLook = { word: 'Serving', ink: 'text-good' };

/** The server's own state comes first: while nobody is served, a tenant's makes no difference. */
export function lookOf(
  serving: Serving | undefined,
  own: TenantServing,
  isConnected: boolean,
): ServingLook {
  if (!isConnected) return NOT_CONNECTED;
  switch (serving?.state) {
    case undefined:
    case 'serving':
      return lookOfTenant(own);
    case 'paused':
      return { word: 'Paused', icon: CirclePause, ink: 'text-warn' };
    case 'stopped':
      return { word: 'Stopped', icon: CircleStop, ink: 'text-bad' };
    case 'port-in-use':
      return { word: 'Port in use', icon: CircleAlert, ink: 'text-bad' };
  }
}

function lookOfTenant(own: TenantServing): ServingLook {
  switch (own) {
    case 'serving':
      return SERVING;
    case 'paused':
      return { word: 'Tenant paused', icon: CirclePause, ink: 'text-warn' };
    case 'stopped':
      return { word: 'Tenant stopped', icon: CircleStop, ink: 'text-bad' };
  }
}

export function canStart({ state }: Serving): boolean {
  return state === 'stopped' || state === 'port-in-use';
}

interface Choice {
  readonly label: string;
  readonly order: ServingOrder;
}

/** In the order of the menu: what serves again first. */
export function choicesFor({ state }: Serving): readonly Choice[] {
  const stop: Choice = { label: 'Stop serving', order: { kind: 'stop' } };
  const restart: Choice = { label: 'Restart serving', order: { kind: 'restart' } };
  switch (state) {
    case 'serving':
      return [{ label: 'Pause serving', order: { kind: 'pause' } }, stop, restart];
    case 'paused':
      return [{ label: 'Resume serving', order: { kind: 'resume' } }, stop, restart];
    case 'stopped':
      return [{ label: 'Start serving', order: { kind: 'start' } }];
    case 'port-in-use':
      return [
        { label: 'Try again', order: { kind: 'start' } },
        { label: 'Use the next free port', order: { kind: 'start-next' } },
        stop,
      ];
  }
}

export function choicesForTenant(tenant: Tenant, own: TenantServing): readonly Choice[] {
  const set = (label: string, state: TenantServing): Choice => ({
    label,
    order: { kind: 'tenant', tenant, state },
  });
  return [
    own === 'paused' ? set('Resume this tenant', 'serving') : set('Pause this tenant', 'paused'),
    own === 'stopped' ? set('Start this tenant', 'serving') : set('Stop this tenant', 'stopped'),
  ];
}
