/** A person and who leads them. */
interface Led {
  readonly id: string;
  readonly name: string;
  readonly manager: { readonly memberId: string } | null;
}

/** A member with those who report to them. */
export interface TeamNode<Person> {
  readonly person: Person;
  readonly reports: readonly TeamNode<Person>[];
}

/**
 * Members as they report to each other: those who report to nobody at the top; in each list those who lead others first, then by name. Somebody whose manager is
 * not among the members stands at the top.
 */
export function teamTree<Person extends Led>(people: readonly Person[]): TeamNode<Person>[] {
  const known = new Set(people.map(({ id }) => id));
  const below = new Map<string | null, Person[]>();
  for (const person of people) {
    const leader = person.manager?.memberId ?? null;
    const place = leader !== null && known.has(leader) ? leader : null;
    below.set(place, [...(below.get(place) ?? []), person]);
  }
  const nodes = (of: string | null): TeamNode<Person>[] =>
    (below.get(of) ?? [])
      .map((person) => ({ person, reports: nodes(person.id) }))
      .toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.person.name.localeCompare(b.person.name));
  return nodes(null);
}

/** How many people stand below a node, at every depth. */
export function sizeOf(node: TeamNode<unknown>): number {
  return node.reports.reduce((sum, report) => sum + 1 + sizeOf(report), 0);
}
