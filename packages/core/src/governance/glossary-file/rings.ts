import type { RegisteredTerm } from "../../registry/index.ts";
import type { FileRow } from "./fields.ts";

/** For each term on a ring of links, the ring: it ends where it began. */
export type Rings = ReadonlyMap<string, readonly string[]>;

/**
 * The rings among the links between terms that a file adds. Links there are already go both ways, as "see also" does, so
 * they are no rings; what a file adds must not lead a reader round in a circle.
 */
export function addedRings(rows: readonly FileRow[], byId: ReadonlyMap<unknown, RegisteredTerm>): Rings {
  const added = new Map<string, string[]>();
  for (const { fields } of rows) {
    const [term, related] = [byId.get(fields.get("id")), fields.get("related")];
    if (!term || !Array.isArray(related)) continue;
    const fresh = related.filter((id): id is string => byId.has(id) && !term.related.includes(id));
    if (fresh.length > 0) added.set(term.id, fresh);
  }
  const rings = new Map<string, readonly string[]>();
  for (const id of added.keys()) {
    const ring = ringFrom(id, added);
    if (ring) rings.set(id, ring);
  }
  return rings;
}

/** The shortest way along the links added from a term back to itself. */
function ringFrom(start: string, added: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>();
  let ways: string[][] = [[start]];
  while (ways.length > 0) {
    const next: string[][] = [];
    for (const way of ways)
      for (const to of added.get(way.at(-1) ?? "") ?? []) {
        if (to === start) return [...way, start];
        if (!seen.has(to)) next.push([...way, to]);
        seen.add(to);
      }
    ways = next;
  }
  return null;
}
