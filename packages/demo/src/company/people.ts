import type { Random } from "./random.ts";

/** Customer success managers, and the segments each looks after. */
export const successManagers = [
  { name: "Mara Kestenholz", segments: ["Enterprise"] },
  { name: "Joon-ho Parrish", segments: ["Enterprise", "Mid-market"] },
  { name: "Ines Valdemoro", segments: ["Enterprise", "Mid-market"] },
  { name: "Tomas Rehnqvist", segments: ["Mid-market", "Growth"] },
  { name: "Adaeze Obiora-Lind", segments: ["Mid-market"] },
  { name: "Rory Callendar", segments: ["Growth"] },
  { name: "Priyanka Sethuram", segments: ["Growth", "Public sector"] },
] as const;

/** Small businesses have no success manager of their own. */
export const pooled = "Pooled success";

/** The success manager who left, who took over each segment, and the month it happened in. */
export const departure = {
  month: -10,
  name: "Ines Valdemoro",
  successors: { Enterprise: "Mara Kestenholz", "Mid-market": "Adaeze Obiora-Lind" } as Readonly<
    Record<string, string>
  >,
} as const;

/** Who does in a month what was somebody's work for a customer of a segment: that person, or the successor. */
export function inOffice(name: string, segment: string, month: number): string {
  if (name !== departure.name || month < departure.month) return name;
  return departure.successors[segment] ?? pooled;
}

/** Account executives, who bring in new business. */
export const accountExecutives = [
  "Callum Dray",
  "Beatriz Lourenzo",
  "Henrike Saalbach",
  "Marcus Oyelade",
  "Sunniva Torp",
  "Dana Whitlock",
] as const;

/** Account managers, who renew and grow customers without a success manager of their own, and share the others. */
export const accountManagers = ["Theo Lindgaard", "Rosalind Achterberg", "Kofi Mensah-Boyle"] as const;

/** Who looks after a new customer of a segment; a few have nobody, which shows as an ownership gap. */
export function ownersOf(
  segment: string,
  random: Random,
): { csm: string | null; ae: string; am: string | null } {
  const fitting = successManagers.filter((each) => (each.segments as readonly string[]).includes(segment));
  const csm = segment === "Small business" ? pooled : random.chance(250) ? null : random.pick(fitting).name;
  const needsManager = segment === "Small business" || segment === "Growth" || random.chance(5_000);
  return { csm, ae: random.pick(accountExecutives), am: needsManager ? random.pick(accountManagers) : null };
}
