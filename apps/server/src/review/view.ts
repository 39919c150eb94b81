import { churnReasons, entriesOf, type JournalFact, type JournalOf } from "@termwise/core/facts";
import { definitionVersions, type Proposal } from "@termwise/core/governance";
import { type AccountId, type Day, firstDayOf, monthOf, shiftMonth } from "@termwise/core/kernel";
import { movementReasons } from "@termwise/core/ledger";
import { isTermId, termById } from "@termwise/core/registry";
import { type MetricTerm, overviewFigures, points, seriesPeriods } from "@termwise/core/retention";
import { restatesNumbers, targetFor } from "@termwise/core/review";
import { figureFor } from "../routers/figures.ts";
import type { Asked } from "../routers/scope.ts";

/** The figures of the overview: those a target can be set for and a commentary can be about. */
export const reviewedTerms = Object.values(overviewFigures) as [MetricTerm, ...MetricTerm[]];

/** What can drive a figure: why ARR moves, and why customers leave. */
export const drivers: readonly string[] = [
  ...movementReasons.filter((reason) => reason !== "start" && reason !== "end"),
  ...Object.keys(churnReasons),
  "new_business",
  "currency",
  "data",
];

/** How many months the trend goes back. */
const trendMonths = 12;

/** Who put something on record, by today's name. */
type NameOf = (by: string | null) => string | null;

/** The target of each figure of the overview that has one for the period and slice asked for, and how far the figure is from it. */
export function targetsIn(asked: Asked, journal: readonly JournalFact[], nameOf: NameOf) {
  const all = entriesOf(journal, "target_set");
  return reviewedTerms.flatMap((term) => {
    const target = targetFor(all, term, asked.period, asked.slice);
    if (!target) return [];
    const { unit, currency, value } = figureFor(asked, term);
    const known = target.entry.currency === null || target.entry.currency === currency;
    return [
      { ...targetView(target, nameOf), unit, gap: known ? gapOf(unit, value, target.entry.value) : null },
    ];
  });
}

/** What a figure is above (below: negative) its target: percentage points of a ratio, minor units, or a count. */
function gapOf(unit: string, value: string | null, target: string): string | null {
  if (value === null) return null;
  if (unit !== "ratio") return String(BigInt(value) - BigInt(target));
  const millionths = (share: string) => {
    const [whole = "0", part = ""] = share.replace("-", "").split(".");
    const size = BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, "0").slice(0, 6));
    return share.startsWith("-") ? -size : size;
  };
  return points(millionths(value) - millionths(target), 1_000_000n);
}

/** Every target that stands, as it was set. */
export function targetView({ entryId, entry, by, recordedAt }: JournalOf<"target_set">, nameOf: NameOf) {
  const { of: _, ...target } = entry;
  return { entryId, ...target, byName: nameOf(by), recordedAt };
}

/** What is marked on the trend that ends with a period: what people noted, and definitions that began to hold. */
export function marksIn(
  { period, lastClosed, today }: Pick<Asked, "period" | "lastClosed" | "today">,
  journal: readonly JournalFact[],
  proposals: readonly Proposal[],
  nameOf: NameOf,
) {
  const from = firstDayOf(shiftMonth(monthOf(period.to), -trendMonths));
  // The trend shows the open month beside the last closed one.
  const until = seriesPeriods(period, 1, lastClosed, today).at(-1)?.to ?? period.to;
  const within = (on: Day, to: Day | null) => on <= until && (to ?? on) >= from;
  const noted = entriesOf(journal, "annotation")
    .filter(({ entry }) => within(entry.on, entry.to))
    .map(({ entryId, entry: { of: _, ...note }, by, recordedAt }) => ({
      key: entryId as string,
      entryId,
      ...note,
      about: note.about as typeof note.about | "definition",
      term: null as string | null,
      byName: nameOf(by),
      recordedAt: recordedAt as string | null,
    }));
  const changed = ["nrr", "grr"].filter(isTermId).flatMap((id) => {
    const term = termById(id);
    return definitionVersions(term, proposals)
      .filter(({ version, on }) => version > 1 && within(on, null))
      .map(({ version, on }) => ({
        key: `${id}@${version}`,
        entryId: null,
        on,
        to: null,
        about: "definition" as const,
        text: `${term.name} v${version} in force`,
        link: null,
        term: id as string | null,
        byName: null,
        recordedAt: null,
      }));
  });
  return [...noted, ...changed].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1));
}

/** An account as somebody sees it, with its name, or null where they do not see it. */
type AccountOf = (accountId: AccountId) => { accountId: AccountId; name: string } | null;

/** What was said of the figures of a period, the newest first, with the task each action became. */
export function commentaryIn(
  { period }: Pick<Asked, "period">,
  journal: readonly JournalFact[],
  { nameOf, accountOf }: { nameOf: NameOf; accountOf: AccountOf },
) {
  const tasks = new Map(entriesOf(journal, "task").map((fact) => [fact.entryId, fact.entry]));
  return entriesOf(journal, "commentary")
    .filter(({ entry: { over } }) => over.from === period.from && over.to === period.to)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
    .map(({ entryId, entry, by, recordedAt }) => {
      const { of: _, account, task, ...said } = entry;
      return {
        entryId,
        ...said,
        account: account && accountOf(account),
        task: task && tasks.has(task) ? { entryId: task, state: tasks.get(task)?.state ?? "open" } : null,
        restates: restatesNumbers([said.cause, said.action].filter(Boolean).join(" ")),
        byName: nameOf(by),
        recordedAt,
      };
    });
}
