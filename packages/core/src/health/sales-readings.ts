import { entriesBy, entriesOf } from "../facts/index.ts";
import { epochDay, rational, round, times } from "../kernel/index.ts";
import { rolesOn } from "../people/index.ts";
import { openFlagsOn } from "./flag-handling.ts";
import { decided, type FoundLine, foundLine, thousandths, unknownLine } from "./found-line.ts";
import type { HealthCase } from "./health-case.ts";
import type { HealthPolicy } from "./policy.ts";
import { sentimentReading } from "./sentiment-reading.ts";
import { supportReading } from "./support-reading.ts";

/** Fit to the ideal customer: the share of the profile's weights that hold. */
export function icpReading({ icpFit, on }: HealthCase): readonly FoundLine[] | null {
  if (icpFit === null) return null;
  const share = thousandths(Number(icpFit.n), Number(icpFit.d));
  const percent = Number(round(times(icpFit, rational(100n))));
  return [foundLine("profile", "fit", [percent], { on: epochDay(on), share, weight: 1 })];
}

/** Stability of the champion: two active ones are full, one is three in five, one that moved one in five, one that left none. */
export function championReading({ record, on }: HealthCase): readonly FoundLine[] | null {
  const champions = rolesOn(record, on).filter(({ role }) => role === "champion");
  if (champions.length === 0) return null;
  const active = champions.filter(({ now }) => now.state === "active").length;
  const moved = champions.some(({ now }) => now.state === "moved");
  const share = active > 1 ? 1000 : active === 1 ? 600 : moved ? 200 : 0;
  const since = champions.reduce((last, { now }) => Math.max(last, epochDay(now.since)), -Infinity);
  const numbers = [active, champions.length - active, since];
  return [foundLine("champions", "champions_stand", numbers, { on: epochDay(on), share, weight: 1 })];
}

/** Complexity of commitments: what was promised and is not kept yet, technical promises and those at risk twice, of ten. */
export function commitmentReading({ record, on }: HealthCase): readonly FoundLine[] | null {
  const promises = entriesBy(record.journal, "promise", on);
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
  const line = { on: epochDay(on), share: thousandths(weight, 10), weight: 1 };
  return [foundLine("promises", "promises_open", [open.length, weight], line)];
}

/** Trust: what is felt is one half of it, and how firmly the champion stands the other. */
export function trustReading(of: HealthCase, policy: HealthPolicy): readonly FoundLine[] {
  const felt = sentimentReading(of, policy) ?? [unknownLine("answers", "nobody_answered", 1)];
  const half = felt.reduce((sum, { weight }) => sum + weight, 0);
  const champions = championReading(of) ?? [unknownLine("champions", "no_champion", 1)];
  return [...felt, ...champions.map((line) => ({ ...line, weight: half }))];
}

/** Risk, where a high reading is bad: red flags that are open, each as 300 of 1,000, twice, and the support load. */
export function riskReading(of: HealthCase): readonly FoundLine[] | null {
  const { record, on } = of;
  const flags = openFlagsOn(record, on).length;
  const [load] = supportReading(of) ?? [];
  const tickets: FoundLine = load
    ? { ...load, share: load.share === null ? null : 1000 - load.share }
    : unknownLine("tickets", "load_unread", 1);
  const line = { on: epochDay(on), share: Math.min(1000, flags * 300), weight: 2 };
  return decided([foundLine("red_flags", "flags_open", [flags], line), tickets]);
}
