// The tenant that was chosen last in this browser, for addresses that name none.
const STORAGE_NAME = 'scim-mock-tenant.tenant';

export function readLastTenant(): string | undefined {
  return localStorage.getItem(STORAGE_NAME) ?? undefined;
}

export function storeLastTenant(slug: string): void {
  localStorage.setItem(STORAGE_NAME, slug);
}
