import { entriesBy } from "@termwise/core/facts";
import {
  type AccountHealth,
  csmSentimentOn,
  type HealthPolicy,
  healthBand,
  healthComponents,
  outreachOn,
  overrideOn,
  readsSalesContext,
  type redFlagsOn,
  scoreText,
  whyChanged,
  whyText,
} from "@termwise/core/health";
import { compare, type Day, daysBetween, type Instant, minus, plus, zero } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { WeekMeasured } from "./account-weeks.ts";
import { linesTold } from "./lines-told.ts";
import { isCustomerOn } from "./measure.ts";
import { healthOf, partsTold, pointsText } from "./stored-parts.ts";
import type { HealthWorld } from "./world.ts";

/** A score in words and in points, with the band it lies in. */
export function toldScore({ low, high }: Pick<AccountHealth, "low" | "high">, policy: HealthPolicy) {
  const [least, most] = [pointsText(low), pointsText(high)];
  return {
    score: least === most ? scoreText(low) : null,
    low: scoreText(low),
    high: scoreText(high),
    band: healthBand({ low, high }, policy),
  };
}

/** What is known of a week: whether it was measured, and if not, whether there was anything to measure. */
function measuredAs(
  week: Day,
  measured: WeekMeasured | undefined,
  customer: boolean,
): "in_time" | "late" | "now" | "missed" | "no_customer" {
  if (!measured) return customer ? "missed" : "no_customer";
  if (!measured.kept) return "now";
  // A week is measured from the day after it on; a whole week later it is told as measured after the fact.
  return daysBetween(week, measured.measuredAt.slice(0, 10) as Day) > 7 ? "late" : "in_time";
}

const nothing = { score: null, low: null, high: null, band: "unknown", model: null, version: null } as const;

/** A week of the series of an account. */
export function weekView(
  week: Day,
  measured: WeekMeasured | undefined,
  { policy, record }: { policy: HealthPolicy; record: CustomerRecord },
) {
  const as = measuredAs(week, measured, isCustomerOn(record, week));
  if (!measured) return { week, measured: as, ...nothing };
  return {
    week,
    measured: as,
    ...toldScore(healthOf(measured), policy),
    model: measured.model,
    version: measured.version,
  };
}

function changeOf(before: AccountHealth, after: AccountHealth): string | null {
  const [low, high] = [minus(after.low, before.low), minus(after.high, before.high)];
  return compare(low, high) === 0 ? pointsText(low) : null;
}

/**
 * How a score is made of its components, and each of them of its lines, with what every one can give and gives at least
 * and at most: the lines add up to the component, the components to both ends of the score.
 */
export function explained(after: AccountHealth, before: AccountHealth | null, policy: HealthPolicy) {
  const changes = before === null ? [] : whyChanged(before, after);
  const parts = partsTold(after).map((part) => {
    const { name, reads, inverted } = healthComponents[part.component];
    const change = changes.find((one) => one.component === part.component);
    return {
      ...part,
      inputs: linesTold(part.component, part.weight, after),
      name,
      reads: part.fullAt === null ? reads : `${reads} Full from ${part.fullAt} % of it on.`,
      inverted,
      before: change?.before ? pointsText(change.before) : null,
      change: change?.change ? pointsText(change.change) : null,
      because: change?.because ?? [],
    };
  });
  const sum = after.parts.reduce((total, { low }) => plus(total, low), zero);
  return {
    ...toldScore(after, policy),
    parts,
    /** The points that are known, added up: the score where all are. With `unknown` it is the upper end. */
    sum: pointsText(sum),
    unknown: pointsText(minus(after.high, after.low)),
    carriedDays: policy.carriedDays,
    /** Null also where what is not known became more or less, so that the two ends moved apart. */
    change: before === null ? null : changeOf(before, after),
    why: before === null ? null : whyText(changes),
  };
}

/** What people say of the health of an account on a day, apart from what is computed. */
export function saidOf(record: CustomerRecord, on: Day, nameOf: (by: string | null) => string | null) {
  const override = overrideOn(record, on);
  const sentiment = csmSentimentOn(record, on);
  return {
    override: override && {
      entryId: override.entryId,
      score: override.entry.score,
      reason: override.entry.reason,
      expiresOn: override.entry.expiresOn,
      on: override.effectiveOn,
      byName: nameOf(override.by),
    },
    sentiment: sentiment && {
      entryId: sentiment.entryId,
      value: sentiment.entry.value,
      reason: sentiment.entry.reason,
      validUntil: sentiment.entry.validUntil,
      on: sentiment.effectiveOn,
      byName: nameOf(sentiment.by),
    },
  };
}

/** Every override of an account by a day, for marks beside the score: from when to when, and what was said. */
export function overridesOf(record: CustomerRecord, on: Day, nameOf: (by: string | null) => string | null) {
  const said = entriesBy(record.journal, "health_override", on);
  return said.map(({ entry: { score, reason, expiresOn }, effectiveOn, by }, at) => {
    const next = said[at + 1]?.effectiveOn;
    return {
      on: effectiveOn,
      /** The first day it no longer stood: the next one took its place, or it expired. */
      until: next !== undefined && next < expiresOn ? next : expiresOn,
      score,
      reason,
      byName: nameOf(by),
    };
  });
}

/** A red flag as it is told. */
export function flagView(
  { fact, open }: ReturnType<typeof redFlagsOn>[number],
  nameOf: (by: string | null) => string | null,
) {
  const { rule, title, evidence, cleared } = fact.entry;
  return {
    entryId: fact.entryId,
    on: fact.effectiveOn,
    rule,
    title,
    evidence,
    open,
    cleared,
    byName: nameOf(fact.by),
  };
}

/** Detractors of an account and whether they heard from us in time. */
export function outreachView(record: CustomerRecord, asked: { on: Day; now: Instant }) {
  return outreachOn(record, asked).map(({ answer, dueAt, reachedAt, state }) => ({
    entryId: answer.entryId,
    at: answer.at,
    score: answer.entry.score,
    contactId: answer.entry.contactId,
    comment: answer.entry.comment,
    dueAt,
    reachedAt,
    state,
  }));
}

/** Whether a model reads sales context, by a version in force. */
export const modelView = ({
  model,
  version,
  segment,
  state,
  since,
  reason,
}: ReturnType<HealthWorld["modelOf"]>) => ({
  id: model.id,
  name: model.name,
  version,
  segment,
  state,
  since,
  reason,
  /** What the model has of its own; what it leaves out is as the terms have it. */
  rules: model.rules ?? {},
  parts: model.parts.map(({ component, weight, fullAt = 100 }) => ({
    component,
    name: healthComponents[component].name,
    weight,
    fullAt,
    inverted: healthComponents[component].inverted,
  })),
  salesContext: readsSalesContext(model),
});
