// What helps to find out why something does not work, in parts that people read before they give them to anybody.
import os from 'node:os';
import { countOf } from '../../../shared/count-of.ts';
import type { DiskSpace } from '../../../shared/admin/serving.ts';
import type { Diagnostics } from '../../../shared/admin/setting.ts';
import type { AdminAppDependencies } from './dependencies.ts';

export function describeDiagnostics(dependencies: AdminAppDependencies): Diagnostics {
  const { about, store, serving, logLines } = dependencies;
  const { rows, bytes, pinnedRows } = store.requestLog.size();
  const parts = {
    Versions: [
      `SCIM Mock Tenant ${about.version}`,
      `${about.runtime}, Node ${process.versions.node}, SQLite ${store.sqliteVersion()}`,
      `${os.type()} ${os.release()} ${process.arch}, ${os.cpus().length} processors`,
    ],
    Server: [
      `Started ${about.startedAt}`,
      `Workspace ${about.dataDir}, ${store.databaseBytes()} bytes`,
      `Disk: ${describeDisk(serving.read().disk)}`,
      `SCIM listener ${serving.origin()}, ${serving.read().state}; admin listener ${about.adminUrl}`,
      `Tenants: ${store.tenants.list().length}`,
      `Request log: ${countOf(rows, 'request')}, ${countOf(bytes, 'byte')}, ${pinnedRows} pinned`,
    ],
    'Settings that differ from their defaults': store.settings
      .changed()
      .map((key) => `${key} = ${JSON.stringify(store.settings.read()[key])}`),
    Log: logLines(),
  };
  const hide = createHider(dependencies);
  return {
    parts: Object.entries(parts).map(([title, lines]) => ({
      title,
      text: hide(lines.join('\n')) || 'None',
    })),
  };
}

function describeDisk(disk: DiskSpace | null): string {
  if (disk === null) return 'not known';
  return `${countOf(disk.freeBytes, 'byte')} free${disk.isLow ? ', which is low' : ''}`;
}

/** Nobody should have to read it first to know that no secret is in it. */
function createHider({ adminKey, store }: AdminAppDependencies): (text: string) => string {
  const secrets = [adminKey.read(), ...store.tenants.list().map(({ secretToken }) => secretToken)];
  return (text) =>
    secrets
      .reduce((left, secret) => left.replaceAll(secret, '[hidden]'), text)
      .replaceAll(/Bearer\s+[\w.~+/=-]+/gi, 'Bearer [hidden]')
      .replaceAll(os.homedir(), '~');
}
