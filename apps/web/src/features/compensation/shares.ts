/** Somebody's share of a deal as it is typed, in per cent. */
export interface TypedShare {
  readonly person: string;
  readonly percent: string;
}

/** A share in millionths of a per cent, so that shares add up exactly; null for what is none. */
function millionths(text: string): number | null {
  const read = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(text.trim());
  return read ? Number(read[1]) * 1_000_000 + Number((read[2] ?? "").padEnd(6, "0")) : null;
}

/** Shares with whoever is named, without rows left empty. */
export const namedShares = (shares: readonly TypedShare[]): TypedShare[] =>
  shares
    .map(({ person, percent }) => ({ person: person.trim(), percent: percent.trim() }))
    .filter(({ person, percent }) => person !== "" || percent !== "");

/** Why shares are no split of a deal: undefined where they add up to 100 %, or where there are none at all. */
export function splitFault(shares: readonly TypedShare[]): string | undefined {
  const named = namedShares(shares);
  if (named.length === 0) return undefined;
  if (named.some(({ person }) => person === "")) return "Each share is somebody's.";
  if (new Set(named.map(({ person }) => person)).size < named.length) return "Somebody is named twice.";
  const parts = named.map(({ percent }) => millionths(percent));
  if (parts.includes(null)) return "A share is a number of per cent, such as 60.";
  const sum = parts.reduce<number>((all, one) => all + (one ?? 0), 0);
  return sum === 100_000_000 ? undefined : `The shares add up to ${sum / 1_000_000} %, not to 100 %.`;
}
