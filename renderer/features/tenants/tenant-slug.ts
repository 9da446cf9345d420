// The slug that a name suggests, and what is wrong with one that was typed.
import { TenantSlug } from '../../../shared/admin/tenant-life.ts';

export function suggestSlug(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
}

/** A sentence, or nothing when the slug will do. */
export function describeSlugProblem(slug: string, taken: readonly string[]): string | undefined {
  if (slug === '') return 'A slug is needed: it is part of the Tenant URL.';
  if (!TenantSlug.safeParse(slug).success) {
    return 'Lower-case letters, digits and "-", with a letter or digit at both ends, 40 at most.';
  }
  return taken.includes(slug) ? `There is a tenant "${slug}" already.` : undefined;
}
