// TLS of the SCIM listener as settings, command line and admin API have it. What is asked for is tried before anything
// changes; what is about to expire is made or read anew by itself.
import type { Settings } from '../../../shared/admin/setting.ts';
import type { TlsChange, TlsState } from '../../../shared/admin/tls.ts';
import type { ServerOptions } from '../../../shared/server-options.ts';
import type { Logger } from '../../base/logger.ts';
import type { Trust } from '../../base/trust.ts';
import { adminFailure } from '../../http/admin/admin-failure.ts';
import type { TlsControl } from '../../http/admin/dependencies.ts';
import type { Store } from '../../store/open-store.ts';
import { isStartError } from '../start-error.ts';
import type { ScimPort } from '../scim-port.ts';
import { overrulesTls, resolveTls } from '../effective-options.ts';
import type { PassphraseStore } from './passphrase.ts';
import {
  describeCertificate,
  prepareTls,
  type ServedTls,
  type TlsSources,
  type TlsWanted,
} from './prepare-tls.ts';

export interface TlsParts extends TlsSources {
  readonly options: ServerOptions;
  readonly settings: Pick<Store['settings'], 'read' | 'change'>;
  readonly passphrases: PassphraseStore;
  readonly logger: Logger;
  /** Of our own outgoing calls. */
  readonly trust: Trust;
}

export interface ServerTls {
  /** As options and settings say at the moment. */
  readonly prepare: () => Promise<ServedTls | undefined>;
  /** The listener shows it from now on. */
  readonly noteServed: (served: ServedTls | undefined) => void;
  readonly isWanted: () => boolean;
  readonly control: (port: ScimPort, takeTurn: TakeTurn) => TlsControl & TlsLife;
}

export type TakeTurn = (work: () => Promise<void>) => Promise<void>;

interface TlsLife {
  /** Told the time now and then. */
  readonly renewIfDue: () => Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const RENEWED_BEFORE_MS = 30 * DAY_MS;

export function createServerTls(parts: TlsParts): ServerTls {
  let served: ServedTls | undefined;

  const wantedBy = (settings: Settings): TlsWanted => {
    const wanted = resolveTls(parts.options, settings);
    return { ...wanted, passphrase: parts.options.tlsPassphrase ?? parts.passphrases.read() };
  };
  const prepare = () => prepareTls(wantedBy(parts.settings.read()), parts);

  return {
    prepare,
    isWanted: () => wantedBy(parts.settings.read()).mode !== 'off',
    noteServed(now) {
      served = now;
      // not the CA: the TLS library of Electron knows no limits on addresses, and refuses a CA that has some
      parts.trust.set(now === undefined ? [] : [now.own]);
    },
    control: (port, takeTurn) =>
      createControl({ parts, port, takeTurn, wantedBy, prepare, served: () => served }),
  };
}

interface ControlParts extends Pick<ServerTls, 'prepare'> {
  readonly parts: TlsParts;
  readonly port: ScimPort;
  readonly takeTurn: TakeTurn;
  readonly wantedBy: (settings: Settings) => TlsWanted;
  readonly served: () => ServedTls | undefined;
}

function createControl(control: ControlParts): TlsControl & TlsLife {
  const { parts, takeTurn, served } = control;
  const { passphrases, authorities, clock, logger } = parts;
  const read = () => describeTls(control);
  return {
    read,
    isOverruled: () => overrulesTls(parts.options),
    async change(order: TlsChange) {
      await takeTurn(() => changeTls(control, order));
      return read();
    },
    apply: () => takeTurn(() => apply(control)),
    trusted: () => served()?.trusted ?? null,
    authority: async () => (await authorities.open()).certificate,
    async renewAuthority() {
      await takeTurn(async () => {
        await authorities.renew();
        logger.warn('There is a new local CA: whoever trusted the one before has to trust it');
        await apply(control);
      });
      return read();
    },
    forget() {
      passphrases.write('');
      authorities.remove();
    },
    renewIfDue: () =>
      takeTurn(async () => {
        const shown = served();
        if (shown === undefined) return;
        const leftMs = shown.validTo.getTime() - clock.now().getTime();
        if (leftMs <= RENEWED_BEFORE_MS) await apply(control);
      }),
  };
}

function describeTls({ parts, port, wantedBy, served }: ControlParts): TlsState {
  const { options, settings, authorities } = parts;
  const { mode, certificateFile, keyFile, passphrase } = wantedBy(settings.read());
  const shown = served();
  const authority = authorities.find();
  return {
    mode,
    certificateFile,
    keyFile,
    hasPassphrase: passphrase !== undefined,
    isOverruled: overrulesTls(options),
    served: shown === undefined ? null : describeCertificate(shown.certificate),
    problem: port.read().problem,
    authority:
      authority === undefined
        ? null
        : { ...describeCertificate(authority.certificate), file: authorities.file },
  };
}

/** What cannot be served is refused before anything is stored. */
async function changeTls(
  { parts, port, wantedBy }: ControlParts,
  { mode, certificateFile, keyFile, passphrase }: TlsChange,
): Promise<void> {
  const { settings, passphrases } = parts;
  const change = {
    'server.tls': mode,
    ...(certificateFile !== undefined && { 'server.tlsCertificate': certificateFile }),
    ...(keyFile !== undefined && { 'server.tlsKey': keyFile }),
  };
  const wanted = wantedBy({ ...settings.read(), ...change });
  const given = passphrase === undefined ? {} : { passphrase: passphrase || undefined };
  const next = await orRefuse(prepareTls({ ...wanted, ...given }, parts));
  if (passphrase !== undefined) passphrases.write(passphrase);
  settings.change(change);
  await port.serveAs(next);
}

/** As it is set by now; where it cannot be, the listener stays as it is. */
async function apply({ parts, port, prepare }: ControlParts): Promise<void> {
  try {
    await port.serveAs(await prepare());
  } catch (error) {
    if (!isStartError(error)) throw error;
    parts.logger.warn('TLS is not served as it is set', { reason: error.message });
  }
}

async function orRefuse<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (isStartError(error)) throw adminFailure('bad-request', error.message);
    throw error;
  }
}

/** Laptops sleep through timers: the next one after they wake is early enough. */
const RENEWAL_CHECK_MS = DAY_MS / 4;

export function keepRenewed(renewIfDue: () => Promise<void>): { readonly close: () => void } {
  const timer = setInterval(() => void renewIfDue(), RENEWAL_CHECK_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
