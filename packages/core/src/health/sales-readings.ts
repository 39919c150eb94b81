import { entriesOf } from "../facts/index.ts";
import { decimalText, rational, times } from "../kernel/index.ts";
import { rolesOn } from "../people/index.ts";
import { type HealthCase, type HealthInput, type MadeReading, madeOf, thousandths } from "./health-case.ts";
import { sentimentReading } from "./sentiment-reading.ts";
import { supportReading } from "./support-reading.ts";

/** Fit to the ideal customer: the share of the profile's weights that hold. */
export function icpReading({ icpFit, on }: HealthCase): MadeReading | null {
  if (icpFit === null) return null;
  const share = thousandths(Number(icpFit.n), Number(icpFit.d));
  return madeOf("icp_fit", on, [
    {
      what: "profile",
      text: `A fit of ${decimalText(times(icpFit, rational(100n)), 0)} % with the ideal customer profile`,
      on,
      share,
      weight: 1,
    },
  ]);
}

/** Stability of the champion: two active ones are full, one is three in five, one that moved one in five, one that left none. */
export function championReading({ record, on }: HealthCase): MadeReading | null {
  const champions = rolesOn(record, on).filter(({ role }) => role === "champion");
  if (champions.length === 0) return null;
  const active = champions.filter(({ now }) => now.state === "active");
  const moved = champions.filter(({ now }) => now.state === "moved");
  const share = active.length > 1 ? 1000 : active.length === 1 ? 600 : moved.length > 0 ? 200 : 0;
  const since =
    champions
      .map(({ now }) => now.since)
      .sort()
      .at(-1) ?? on;
  const input: HealthInput = {
    what: "champions",
    text: `${active.length} active champions, ${champions.length - active.length} moved or left`,
    on: since,
    share,
    weight: 1,
  };
  return madeOf("champion_stability", on, [input]);
}

/** Complexity of commitments: what was promised and is not kept yet, technical promises and those at risk twice, of ten. */
export function commitmentReading({ record, on }: HealthCase): MadeReading | null {
  const promises = entriesOf(record.journal, "promise").filter(
    ({ withdrawn, effectiveOn }) => withdrawn === null && effectiveOn <= on,
  );
  const documents = entriesOf(record.journal, "expectations").filter(({ effectiveOn }) => effectiveOn <= on);
  if (promises.length + documents.length === 0) return null;
  const open = promises.filter(({ entry }) => entry.state !== "kept");
  const weight = open.reduce(
    (sum, { entry }) => sum + 1 + (entry.technical ? 1 : 0) + (entry.state === "open" ? 0 : 1),
    0,
  );
  return madeOf("commitment_complexity", on, [
    {
      what: "promises",
      text: `${open.length} promises not kept yet`,
      on,
      share: thousandths(weight, 10),
      weight: 1,
    },
  ]);
}

/** Trust: what is felt, and how firmly the champion stands. */
export function trustReading(of: HealthCase): MadeReading | null {
  const parts = [sentimentReading(of), championReading(of)].filter((part) => part !== null);
  const inputs = parts.flatMap(({ inputs: made }) => made);
  return madeOf("trust", parts.map(({ reading }) => reading.on).sort()[0] ?? of.on, inputs);
}

/** Risk, where a high reading is bad: red flags that are open, each as 300 of 1,000, and the support load. */
export function riskReading(of: HealthCase): MadeReading | null {
  const { record, on } = of;
  const flags = entriesOf(record.journal, "red_flag").filter(
    ({ withdrawn, effectiveOn, entry }) =>
      withdrawn === null && effectiveOn <= on && (entry.cleared === null || entry.cleared.on > on),
  );
  const load = supportReading(of);
  const inputs: HealthInput[] = [
    {
      what: "red_flags",
      text: `${flags.length} red flags open`,
      on,
      share: Math.min(1000, flags.length * 300),
      weight: 2,
    },
  ];
  if (load) {
    const [{ text }] = load.inputs as readonly [HealthInput];
    inputs.push({ what: "tickets", text, on: load.reading.on, share: 1000 - load.reading.got, weight: 1 });
  }
  return madeOf("risk", on, inputs);
}
