import type { AccountAttribute, AttributeFact } from "@termwise/core/facts";
import { addDays, type Day, firstDay } from "@termwise/core/kernel";
import { attributeFact } from "../account-facts.ts";
import { randomOf } from "../random.ts";
import type { Timeline } from "../timeline.ts";
import { engineer } from "./handoff-kinds.ts";
import type { Portrait } from "./portrait.ts";

const chief = "Helena Marchetti";
const leadOfSuccess = "Oskar Brandvold";

/** Our executive counterpart of customers of a segment; null: they have none. */
export const executiveOf = (segment: string): string | null => (segment === "Enterprise" ? chief : null);

const headcount: Readonly<Record<string, readonly [number, number]>> = {
  Enterprise: [900, 14_000],
  "Mid-market": [140, 900],
  Growth: [35, 180],
  "Small business": [4, 40],
  "Public sector": [200, 4_000],
};

/** Who of us holds a customer beside those its contracts name, who owns its renewal and growth, and how many work there. */
export function assignments(portrait: Portrait, timeline: Timeline, seed: number): AttributeFact[] {
  const { number, segment, owners, lives } = portrait;
  const random = randomOf(seed, `assignments ${number}`);
  const wonOn = lives[0]?.wonOn ?? timeline.today;
  const recordedAt = timeline.recordedAt(addDays(wonOn, 9), 0, random);
  const facts: AttributeFact[] = [];
  const set = (attribute: AccountAttribute, value: string | null, on: Day = firstDay) => {
    if (value !== null && on <= timeline.today)
      facts.push(attributeFact({ number }, attribute, value, on, recordedAt));
  };
  const large = segment === "Enterprise" || segment === "Mid-market" || segment === "Public sector";
  set("employees", String(random.between(...(headcount[segment] ?? [10, 100]))));
  if (large) set("cse", engineer);
  if (owners.csm !== null && segment !== "Small business") set("cs_manager", leadOfSuccess);
  // Of a few nobody was named, which shows as a gap.
  const executive = random.chance(9_000) ? executiveOf(segment) : null;
  set("exec_sponsor", executive);
  const renewing = owners.am !== null ? "am" : owners.csm !== null ? "csm" : "ae";
  if (!random.chance(700)) set("renewal_owner", renewing);
  if (!random.chance(900))
    set("expansion_owner", owners.am !== null ? "am" : random.chance(5_000) ? "ae" : renewing);
  return facts;
}
