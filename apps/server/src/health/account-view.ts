import { entriesOf } from "@termwise/core/facts";
import {
  type AccountHealth,
  csmSentimentOn,
  type HealthPolicy,
  healthBand,
  healthComponents,
  isOpenOn,
  outreachOn,
  overrideOn,
  readsSalesContext,
  type redFlagsOn,
  scoreText,
  ticketsOn,
  whyChanged,
  whyText,
} from "@termwise/core/health";
import { addDays, type Day, daysBetween, type Instant, minus, plus, zero } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { Measurement } from "@termwise/db";
import { healthOf, pointsText, storedPartsOf } from "./stored-parts.ts";
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

/** A week of the series of an account. */
export function weekView(week: Day, measured: Measurement | undefined, policy: HealthPolicy) {
  if (!measured)
    return {
      week,
      measured: "missed" as const,
      score: null,
      low: null,
      high: null,
      band: "unknown" as const,
      model: null,
      version: null,
    };
  const health = healthOf(measured);
  // A week is measured from the day after it on; a whole week later it is told as measured after the fact.
  const late = daysBetween(week, measured.measuredAt.slice(0, 10) as Day) > 7;
  return {
    week,
    measured: late ? ("late" as const) : ("in_time" as const),
    ...toldScore(health, policy),
    model: measured.model,
    version: measured.version,
  };
}

/** How a score is made of its components, each with its reading, its inputs and what it did to the change. */
export function explained(after: AccountHealth, before: AccountHealth | null, policy: HealthPolicy) {
  const changes = before === null ? [] : whyChanged(before, after);
  const parts = storedPartsOf(after).map((part) => {
    const { name, reads, inverted } = healthComponents[part.component];
    const change = changes.find((one) => one.component === part.component);
    return {
      ...part,
      name,
      reads: part.fullAt === null ? reads : `${reads} Full from ${part.fullAt} % of it on.`,
      inverted,
      before: change?.before ? pointsText(change.before) : null,
      change: change?.change ? pointsText(change.change) : null,
      because: change?.because ?? [],
    };
  });
  const sum = after.parts.reduce((total, { points }) => plus(total, points.value ?? zero), zero);
  return {
    ...toldScore(after, policy),
    parts,
    /** The points that are known, added up: the score where all are. */
    sum: pointsText(sum),
    carriedDays: policy.carriedDays,
    change: before === null ? null : pointsText(minus(after.low, before.low)),
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

/** The kinds of things that happened, as the joined panel marks them. */
export type HealthEventKind =
  | "ticket"
  | "answer"
  | "touch"
  | "flag"
  | "override"
  | "sentiment"
  | "outage"
  | "declined";

/** What happened at an account over some days, in their order, for the strip of events. */
export function eventsOf(record: CustomerRecord, from: Day, to: Day) {
  const within = (on: Day) => on >= from && on <= to;
  const told: { on: Day; kind: HealthEventKind; title: string; tone: "good" | "bad" | "neutral" }[] = [];
  for (const ticket of ticketsOn(record, to))
    if (within(ticket.effectiveOn)) {
      const { severity, subject, ticket: id } = ticket.entry;
      const bad = severity === "high" || severity === "urgent";
      told.push({
        on: ticket.effectiveOn,
        kind: "ticket",
        title: `Ticket ${id}, ${severity}${isOpenOn(ticket, to) ? ", open" : ""}${subject === null ? "" : `: ${subject}`}`,
        tone: bad ? "bad" : "neutral",
      });
    }
  for (const { entry, effectiveOn: on, withdrawn } of record.journal) {
    if (withdrawn !== null || !within(on)) continue;
    if (entry.of === "survey_answer")
      told.push({
        on,
        kind: "answer",
        title: `${entry.survey === "pulse" ? "Pulse" : entry.survey.toUpperCase()} answered with ${entry.score}`,
        tone:
          entry.survey !== "nps"
            ? "neutral"
            : entry.score <= 6
              ? "bad"
              : entry.score >= 9
                ? "good"
                : "neutral",
      });
    if (entry.of === "touchpoint" && entry.type !== "note")
      told.push({ on, kind: "touch", title: entry.text.slice(0, 120), tone: entry.outcome ?? "neutral" });
    if (entry.of === "red_flag")
      told.push({ on, kind: "flag", title: `Red flag: ${entry.title}`, tone: "bad" });
    if (entry.of === "health_override")
      told.push({ on, kind: "override", title: `Overridden with ${entry.score}`, tone: "neutral" });
    if (entry.of === "csm_sentiment")
      told.push({
        on,
        kind: "sentiment",
        title: `The CSM judges ${entry.value}`,
        tone: entry.value === "negative" ? "bad" : entry.value === "positive" ? "good" : "neutral",
      });
    if (entry.of === "integration_outage")
      told.push({ on, kind: "outage", title: `${entry.integration} stopped working`, tone: "bad" });
    if (entry.of === "meeting_declined")
      told.push({ on, kind: "declined", title: "Renewal meeting declined", tone: "bad" });
  }
  return told.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Use of an account week by week: what its readings come to in the seven days up to each end. */
export function useByWeek(record: CustomerRecord, ends: readonly Day[], world: HealthWorld) {
  const series = world.seriesOf(record);
  return ends.map((week) => {
    const own = series.filter(({ on }) => on > addDays(week, -7) && on <= week);
    const most = (of: "users" | "features") =>
      own.reduce<number | null>(
        (best, one) => (one[of] === null ? best : Math.max(best ?? 0, one[of])),
        null,
      );
    const sum = (of: "uses" | "logins") =>
      own.reduce<number | null>((total, one) => (one[of] === null ? total : (total ?? 0) + one[of]), null);
    return {
      week,
      users: most("users"),
      seats: world.caseOn(record, week).seats,
      uses: sum("uses"),
      logins: sum("logins"),
      features: most("features"),
    };
  });
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

/** The days champions left or moved, for marks on the time axis. */
export function championsGone(record: CustomerRecord) {
  return entriesOf(record.journal, "contact_role").flatMap(({ entry, withdrawn }) =>
    withdrawn === null && entry.role === "champion" && entry.state !== "active" ? [entry.since] : [],
  );
}
