import type { EarnedStage } from "@termwise/core/facts";
import { type AccountId, addDays, type Day } from "@termwise/core/kernel";
import { type Claimant, leftBehind } from "./claims.ts";
import type { HandoffKind } from "./handoff-kinds.ts";
import type { DemoHandoff } from "./handoffs.ts";
import type { JournalBook } from "./journal-book.ts";
import type { Portrait } from "./portrait.ts";
import { adoptedOn, signedOff } from "./truth.ts";

/** A claim that evidence does not bear out: what one system says of a customer that never got there, or is there no more. */
export interface DemoLie {
  readonly accountId: AccountId;
  readonly name: string;
  readonly claimant: Claimant;
  /** Evidence speaks against it; false: nothing speaks for it. */
  readonly contradicted: boolean;
}

/** What the demo company is known to hold: what everything computed from it has to come to. */
export interface DemoAnswers {
  /** Where every customer stands today by evidence. */
  readonly stages: ReadonlyMap<AccountId, EarnedStage | "churn">;
  readonly lies: readonly DemoLie[];
  /** Customers whose CRM has not caught up with what evidence shows. */
  readonly lagging: readonly AccountId[];
  /** Customers whose evidence has run out. */
  readonly stale: readonly AccountId[];
  readonly handoffs: readonly (DemoHandoff & { readonly verdict: "open" | "on_time" | "late" })[];
}

/** Where evidence puts a customer today. */
function stageOf(portrait: Portrait, book: JournalBook): EarnedStage | "churn" {
  const { course, onboardedOn, lives } = portrait;
  if (lives.at(-1)?.lostOn !== null) return "churn";
  const adopted = adoptedOn(portrait);
  if (adopted !== null && book.past(adopted) && course !== "idle" && course !== "champion_gone")
    return "adopted";
  if (course === "waiver_over" || course === "moved_back") return "won";
  return signedOff(portrait) && book.past(onboardedOn) ? "onboarded" : "won";
}

function liesOf(portrait: Portrait): DemoLie[] {
  const { accountId, name, course, lives } = portrait;
  const lie = (claimant: Claimant, contradicted: boolean): DemoLie => ({
    accountId,
    name,
    claimant,
    contradicted,
  });
  if (lives.at(-1)?.lostOn !== null) return leftBehind(portrait) ? [lie("crm", true)] : [];
  if (course === "nobody_logged_in" || course === "logins_only" || course === "over_stated")
    return [lie("crm", true)];
  if (course === "late_criteria") return [lie("crm", false)];
  if (course === "idle") return [lie("crm", true), lie("platform", true)];
  if (course === "waiver_over") return [lie("crm", false), lie("platform", false)];
  return course === "declared_dead" ? [lie("platform", true)] : [];
}

const missedAt: Readonly<Record<HandoffKind, "packet" | "kickoff" | "transfer" | null>> = {
  good: null,
  returned: null,
  late_packet: "packet",
  empty_at_kickoff: "packet",
  never_written: "packet",
  unsigned: "kickoff",
  untold: "kickoff",
  never_moved: "transfer",
  draft: "packet",
  ready: "transfer",
  returned_open: "transfer",
};

/** How a handoff stands on the morning of a day. */
function verdictOf({ kind, closedOn, kickoffOn }: DemoHandoff, today: Day): "open" | "on_time" | "late" {
  const missed = missedAt[kind];
  if (missed === "packet") return today > addDays(closedOn, 2) ? "late" : "open";
  if (missed === "kickoff") return today > kickoffOn ? "late" : "open";
  if (missed === "transfer") return today > addDays(closedOn, 14) ? "late" : "open";
  return today > addDays(kickoffOn, 1) ? "on_time" : "open";
}

/** What is known of the company, by the courses its customers were given and not by computing it. */
export function answersOf(
  portraits: readonly Portrait[],
  handoffs: readonly DemoHandoff[],
  book: JournalBook,
  prospect: { readonly accountId: AccountId; readonly name: string } | null,
): DemoAnswers {
  const of = (course: Portrait["course"]) =>
    portraits
      .filter((portrait) => portrait.course === course && portrait.lives.at(-1)?.lostOn === null)
      .map(({ accountId }) => accountId);
  const never = prospect === null ? [] : [{ ...prospect, claimant: "crm" as const, contradicted: true }];
  return {
    stages: new Map(portraits.map((portrait) => [portrait.accountId, stageOf(portrait, book)])),
    lies: [...portraits.flatMap(liesOf), ...never],
    lagging: of("unclaimed"),
    stale: of("stale"),
    handoffs: handoffs.map((one) => ({ ...one, verdict: verdictOf(one, book.timeline.today) })),
  };
}
