// Ids of scenarios, which name their files and the addresses that lead to them.

/** An id made of a title: lower-case letters, digits and "-" between. */
export function toScenarioId(title: string): string {
  const id = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return id === '' ? 'recorded' : id;
}
