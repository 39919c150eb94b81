import type { JournalOf, PromiseState } from "../facts/index.ts";
import type { Day, EntryId, Instant } from "../kernel/index.ts";

/** A promise made to the customer, and how it stands. */
export interface PromiseStanding {
  readonly entryId: EntryId;
  readonly at: Instant;
  readonly by: string | null;
  readonly text: string;
  readonly saidBy: string | null;
  readonly owner: string | null;
  readonly dueOn: Day | null;
  readonly state: PromiseState;
  /** Still open after its day. */
  readonly overdue: boolean;
  readonly technical: boolean;
  readonly cseInformedAt: Instant | null;
  /** Technical, and the CSE was told before the kickoff; null for what is not technical or not told and not due yet. */
  readonly toldInTime: boolean | null;
  readonly link: string | null;
}

/** Whether the customer success engineer learned of a promise before the kickoff; null while that can still come. */
function told(told: Instant | null, kickoffAt: Instant | null): boolean | null {
  if (kickoffAt === null) return told === null ? null : true;
  return told !== null && told < kickoffAt;
}

/** The promises of a handoff in the order they were made. A technical one must have reached the CSE before the kickoff. */
export function promisesOf(
  facts: readonly JournalOf<"promise">[],
  { kickoffAt, now, today }: { kickoffAt: Instant | null; now: Instant; today: Day },
): PromiseStanding[] {
  return facts.map(({ entryId, at, by, entry }) => {
    const { text, saidBy, owner, dueOn, state, technical, link } = entry;
    const cseInformedAt =
      entry.cseInformedAt !== null && entry.cseInformedAt <= now ? entry.cseInformedAt : null;
    const overdue = (state === "open" || state === "at_risk") && dueOn !== null && dueOn < today;
    const toldInTime = technical ? told(cseInformedAt, kickoffAt) : null;
    return {
      entryId,
      at,
      by,
      text,
      saidBy,
      owner,
      dueOn,
      state,
      overdue,
      technical,
      cseInformedAt,
      toldInTime,
      link,
    };
  });
}
