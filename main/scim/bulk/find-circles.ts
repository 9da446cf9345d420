// Which of the things that need each other do so in a circle: Tarjan's strongly connected components. Without recursion:
// ten thousand Bulk operations may form one chain.

interface Visit {
  readonly node: string;
  readonly needs: readonly string[];
  /** How many of `needs` have been looked at. */
  at: number;
}

/**
 * The nodes in groups: those of a circle together, any other one alone. A group comes after those that it needs.
 * `needsOf` may name nodes that are not among `nodes`; they are left out.
 */
export function findCircles(
  nodes: readonly string[],
  needsOf: (node: string) => readonly string[],
): readonly (readonly string[])[] {
  const known = new Set(nodes);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const groups: string[][] = [];
  for (const node of nodes) if (!order.has(node)) walk(node);
  return groups;

  function walk(start: string): void {
    const path: Visit[] = [enter(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const need = visit.needs[visit.at];
      visit.at += 1;
      if (need === undefined) {
        path.pop();
        leave(visit.node, path.at(-1)?.node);
      } else if (!order.has(need)) path.push(enter(need));
      else if (isOpen.has(need)) lower(visit.node, order.get(need));
    }
  }

  function enter(node: string): Visit {
    order.set(node, order.size);
    lowest.set(node, order.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, needs: needsOf(node).filter((need) => known.has(need)), at: 0 };
  }

  function leave(node: string, before: string | undefined): void {
    if (before !== undefined) lower(before, lowest.get(node));
    if (lowest.get(node) !== order.get(node)) return;
    const group = open.splice(open.lastIndexOf(node));
    for (const member of group) isOpen.delete(member);
    groups.push(group);
  }

  function lower(node: string, to = Infinity): void {
    lowest.set(node, Math.min(lowest.get(node) ?? Infinity, to));
  }
}
