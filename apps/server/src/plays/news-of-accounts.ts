import { entriesOf } from "@termwise/core/facts";
import { handoffGates, handoffsOf } from "@termwise/core/handoff";
import {
  type HealthBand,
  type HealthPolicy,
  healthBand,
  openFlagsOn,
  type ScoreRange,
  scoreText,
} from "@termwise/core/health";
import { addDays, type Day, type Instant } from "@termwise/core/kernel";
import { assignmentsOn, type CustomerRecord, type HouseRules } from "@termwise/core/people";
import type { AccountSigns } from "@termwise/core/plays";
import type { Timer } from "@termwise/db";
import { newsTimer } from "./news.ts";
import { keeperOf } from "./run-entry.ts";

/** What news of a customer is told from. */
export interface NewsCase {
  readonly record: CustomerRecord;
  readonly name: string;
  readonly rules: HouseRules;
  readonly signs: AccountSigns;
  /** The boundaries that were in force for it in a week. */
  readonly policyIn: (week: Day) => HealthPolicy;
  readonly now: Instant;
  readonly today: Day;
}

/** For how many days something is news; a new server does not tell what is long known. */
const newsDays = 7;
/** A flag is opened when somebody looks, for what was seen in the days before. */
const flagDays = 14;
/** A handoff is over, one way or the other, long before so many days. */
const handoffDays = 150;

const known = (names: readonly (string | null)[]): string[] => names.flatMap((name) => name ?? []);

/** What changed at a customer of late and whom it concerns: bands crossed, red flags, handoffs, tasks. */
export function newsOfAccount(of: NewsCase): Timer[] {
  return [...ofHealth(of), ...ofFlags(of), ...ofTasks(of), ...ofHandoffs(of)];
}

const bandNames: Readonly<Record<HealthBand, string>> = {
  low: "Low",
  review: "Review",
  steady: "Steady",
  strong: "Strong",
  unknown: "unknown",
};

function ofHealth({ record, name, signs, policyIn, now, today }: NewsCase): Timer[] {
  const atEnd = signs.scores.at(-1)?.on;
  if (atEnd === undefined) return [];
  // By the same boundaries both: other ones that came into force between two weeks are no news of an account.
  const policy = policyIn(atEnd);
  const scored = signs.scores.flatMap(({ on, score }) => {
    const band = healthBand(score, policy);
    return score === null || band === "unknown" ? [] : [{ on, score, band }];
  });
  const [before, last] = [scored.at(-2), scored.at(-1)];
  if (!before || !last || last.on !== atEnd || before.band === last.band) return [];
  if (last.on < addDays(today, -newsDays)) return [];
  const fell = isLower(last.score, before.score);
  const { accountId } = record;
  return [
    newsTimer(accountId, now, last.on, {
      kind: "health_crossed",
      subject: accountId,
      title: `${name}: health ${fell ? "fell" : "rose"} from ${bandNames[before.band]} to ${bandNames[last.band]}`,
      detail: `${words(before.score)} in the week to ${before.on}, ${words(last.score)} in that to ${last.on}.`,
      path: `/accounts/${accountId}/usage-health`,
      names: known([keeperOf(record, today)]),
    }),
  ];
}

const isLower = (a: ScoreRange, b: ScoreRange): boolean => a.low.n * b.low.d < b.low.n * a.low.d;
const words = ({ low, high }: ScoreRange): string =>
  scoreText(low) === scoreText(high) ? scoreText(low) : `${scoreText(low)} to ${scoreText(high)}`;

function ofFlags({ record, name, now, today }: NewsCase): Timer[] {
  const { accountId } = record;
  return openFlagsOn(record, today).flatMap(({ fact: { entryId, entry, recordedAt, by } }) =>
    // What began long ago is news when it is seen.
    recordedAt.slice(0, 10) < addDays(today, -flagDays)
      ? []
      : newsTimer(accountId, now, "", {
          kind: "red_flag",
          subject: entryId,
          title: `${name}: ${entry.title}`,
          detail: entry.evidence.map(({ text }) => text).join("; "),
          path: `/accounts/${accountId}/usage-health`,
          names: known([keeperOf(record, today)]),
          except: by,
        }),
  );
}

function ofTasks({ record, name, now, today }: NewsCase): Timer[] {
  const { accountId } = record;
  const since = addDays(today, -newsDays);
  return entriesOf(record.journal, "task").flatMap(({ entryId, entry, recordedAt, withdrawn, by }) => {
    // Steps of plays are told when they are due, and what a detractor calls for is proposed as a play.
    if (withdrawn !== null || by === null || entry.state !== "open" || entry.source === "play") return [];
    if (entry.assignee === null || recordedAt.slice(0, 10) < since) return [];
    return newsTimer(accountId, now, entry.assignee, {
      kind: "task_assigned",
      subject: entryId,
      title: `${entry.title}: ${name}`,
      detail: entry.dueOn === null ? "Assigned to you." : `Assigned to you, due on ${entry.dueOn}.`,
      path: `/accounts/${accountId}/tasks`,
      names: [entry.assignee],
      except: by,
    });
  });
}

function ofHandoffs({ record, name, rules, now, today }: NewsCase): Timer[] {
  if (!record.movements.some(({ kind, on }) => kind === "new" && on >= addDays(today, -handoffDays)))
    return [];
  const { accountId } = record;
  const since = addDays(today, -newsDays);
  const path = `/accounts/${accountId}/handoff`;
  return handoffsOf(record, rules, { now, today }).flatMap((handoff) => {
    const { close, waiting, phase, status, ae, keeper, gates } = handoff;
    if (phase !== "open") return [];
    const waits =
      waiting === null || waiting.since.slice(0, 10) < since
        ? []
        : [
            newsTimer(accountId, now, `${waiting.side}:${waiting.since}`, {
              kind: "handoff_waiting",
              subject: close.id,
              title: `The handoff of ${name} waits for you`,
              detail:
                waitingWords[waiting.side === "ae" ? (status === "returned" ? "returned" : "ae") : "cs"],
              path,
              names: known([
                waiting.side === "ae" ? ae : (keeper ?? assignmentsOn(record, today).cs_manager),
              ]),
            }),
          ];
    const missed = gates.flatMap(({ gate, state, dueAt, dueOn, reason }) => {
      const day = dueOn ?? dueAt?.slice(0, 10) ?? null;
      if (state !== "missed" || day === null || day < since) return [];
      return newsTimer(accountId, now, gate, {
        kind: "gate_missed",
        subject: close.id,
        title: `${name}: ${handoffGates[gate]} was missed`,
        detail: reason,
        path,
        names: known([ae, keeper]),
      });
    });
    return [...waits, ...missed];
  });
}

const waitingWords = {
  ae: "The packet is to be completed.",
  returned: "The packet came back with what is missing.",
  cs: "The packet is complete and waits for your review, or what follows it.",
} as const;
