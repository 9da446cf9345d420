// The key of this launch's admin API. It arrives in the fragment (`#key=…`), which never leaves the browser; it is kept
// for the tab only (sessionStorage) and dropped from the address bar at once, so that a copied address holds no secret.

const STORAGE_NAME = 'scim-mock-tenant.admin-key';
const FRAGMENT = /^#key=([^&]+)/;

/** Moves a key from the address bar into the tab's storage. Returns whether there was one. */
export function takeAdminKeyFromAddress(): boolean {
  const key = FRAGMENT.exec(location.hash)?.[1];
  if (key === undefined) return false;
  storeAdminKey(decodeURIComponent(key));
  history.replaceState(null, '', '#/');
  return true;
}

export function readAdminKey(): string | null {
  return sessionStorage.getItem(STORAGE_NAME);
}

export function storeAdminKey(key: string): void {
  sessionStorage.setItem(STORAGE_NAME, key);
}

/** The key in what somebody pasted: the whole link printed at start, its fragment, or the bare key. */
export function findAdminKey(pasted: string): string | null {
  const text = pasted.trim();
  const inLink = /#key=([^&\s]+)/.exec(text)?.[1];
  if (inLink !== undefined) return decodeURIComponent(inLink);
  return /^[\w-]{16,}$/.test(text) ? text : null;
}
