import { entriesOf } from "../../src/facts/index.ts";
import { openFlagsOn } from "../../src/health/flag-handling.ts";
import type { HealthPolicy } from "../../src/health/policy.ts";
import { decimalText, rational, times } from "../../src/kernel/index.ts";
import { rolesOn } from "../../src/people/index.ts";
import {
  type FoundInput,
  type HealthCase,
  type HealthInput,
  type MadeReading,
  madeOf,
  thousandths,
  unknownInput,
} from "./health-case.ts";
import { sentimentReading } from "./sentiment-reading.ts";
import { supportReading } from "./support-reading.ts";

const counted = (of: number, one: string): string => `${of} ${one}${of === 1 ? "" : "s"}`;

/** Fit to the ideal customer: the share of the profile's weights that hold. */
export function icpReading({ icpFit, on }: HealthCase, policy: HealthPolicy): MadeReading | null {
  if (icpFit === null) return null;
  const share = thousandths(Number(icpFit.n), Number(icpFit.d));
  const text = `A fit of ${decimalText(times(icpFit, rational(100n)), 0)} % with the ideal customer profile`;
  return madeOf("icp_fit", on, [{ what: "profile", text, on, share, weight: 1 }], policy);
}

/** How firmly the champion stands; null: none is on record. */
function championsInput({ record, on }: HealthCase): FoundInput | null {
  const champions = rolesOn(record, on).filter(({ role }) => role === "champion");
  if (champions.length === 0) return null;
  const active = champions.filter(({ now }) => now.state === "active").length;
  const moved = champions.filter(({ now }) => now.state === "moved");
  const share = active > 1 ? 1000 : active === 1 ? 600 : moved.length > 0 ? 200 : 0;
  const since = champions
    .map(({ now }) => now.since)
    .sort()
    .at(-1);
  const text = `${counted(active, "active champion")}, ${champions.length - active} moved or left; the last change was on ${since ?? on}`;
  return { what: "champions", text, on, share, weight: 1 };
}

/** Stability of the champion: two active ones are full, one is three in five, one that moved one in five, one that left none. */
export function championReading(of: HealthCase, policy: HealthPolicy): MadeReading | null {
  const input = championsInput(of);
  return input && madeOf("champion_stability", of.on, [input], policy);
}

/** Complexity of commitments: what was promised and is not kept yet, technical promises and those at risk twice, of ten. */
export function commitmentReading({ record, on }: HealthCase, policy: HealthPolicy): MadeReading | null {
  const promises = entriesOf(record.journal, "promise").filter(
    ({ withdrawn, effectiveOn }) => withdrawn === null && effectiveOn <= on,
  );
  // Whoever signed what was expected, or accepted the packet of the handoff, says that these are all promises there are.
  const documents = entriesOf(record.journal, "expectations", "packet_review").filter(
    ({ withdrawn, effectiveOn, entry }) =>
      withdrawn === null &&
      effectiveOn <= on &&
      (entry.of === "expectations" || entry.outcome === "accepted"),
  );
  if (promises.length + documents.length === 0) return null;
  const open = promises.filter(({ entry }) => entry.state !== "kept");
  const weight = open.reduce(
    (sum, { entry }) => sum + 1 + (entry.technical ? 1 : 0) + (entry.state === "open" ? 0 : 1),
    0,
  );
  const text = `${counted(open.length, "promise")} not kept yet, of a weight of ${weight} of 10`;
  const input = { what: "promises", text, on, share: thousandths(weight, 10), weight: 1 };
  return madeOf("commitment_complexity", on, [input], policy);
}

/** A line that is not there to be read, among lines that were. */
const missing = (what: string, weight: number, text: string): HealthInput => ({
  ...unknownInput(what, weight, text),
  age: null,
  reason: text,
});

/** Trust: what is felt is one half of it, and how firmly the champion stands the other. */
export function trustReading(of: HealthCase, policy: HealthPolicy): MadeReading {
  const felt = sentimentReading(of, policy)?.inputs ?? [missing("answers", 1, "Nobody ever answered")];
  const half = felt.reduce((sum, { weight }) => sum + weight, 0);
  const champions = championReading(of, policy)?.inputs ?? [
    missing("champions", 1, "No champion is on record"),
  ];
  return { component: "trust", inputs: [...felt, ...champions.map((line) => ({ ...line, weight: half }))] };
}

/** Risk, where a high reading is bad: red flags that are open, each as 300 of 1,000, twice, and the support load. */
export function riskReading(of: HealthCase, policy: HealthPolicy): MadeReading | null {
  const { record, on } = of;
  const flags = openFlagsOn(record, on);
  const [load] = supportReading(of, policy)?.inputs ?? [];
  const tickets: FoundInput = load
    ? {
        what: "tickets",
        text: load.text,
        on: load.on,
        share: load.share === null ? null : 1000 - load.share,
        weight: 1,
      }
    : unknownInput("tickets", 1, "Support load was never read");
  const share = Math.min(1000, flags.length * 300);
  const text = `${counted(flags.length, "red flag")} open`;
  return madeOf("risk", on, [{ what: "red_flags", text, on, share, weight: 2 }, tickets], policy);
}
