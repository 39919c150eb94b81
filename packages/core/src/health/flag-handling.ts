import {
  type EntryOf,
  entriesOf,
  type FlagSeverity,
  type FlagState,
  type JournalFact,
  type JournalOf,
} from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { redFlagsOn } from "./on-record.ts";

/** How grave the flags of the rules that come with the product are; any other is of medium severity. */
const severities: Readonly<Record<string, FlagSeverity>> = {
  logins_fell: "high",
  champion_gone: "high",
  renewal_meeting_declined: "high",
  integration_broken: "medium",
  nps_fell: "medium",
  idle_and_silent: "high",
};

/** How a red flag stands: `cleared` by itself, else as it is handled. */
export interface FlagStanding {
  readonly state: FlagState | "cleared";
  readonly severity: FlagSeverity;
  readonly owner: string | null;
  /** The run of a play that answers it. */
  readonly run: EntryOf<"flag_handling">["run"];
  /** Nobody is to hear of it until this day; null: it is heard. */
  readonly silencedUntil: Day | null;
  readonly reason: string | null;
  readonly handled: JournalOf<"flag_handling"> | null;
}

/** How a red flag stands on a day, by the journal it is in. What was silenced is heard again on its day. */
export function flagStandingOn(
  flag: JournalOf<"red_flag">,
  journal: readonly JournalFact[],
  on: Day,
): FlagStanding {
  const handled =
    entriesOf(journal, "flag_handling").findLast(
      ({ withdrawn, entry, effectiveOn }) =>
        withdrawn === null && effectiveOn <= on && entry.flag === flag.entryId,
    ) ?? null;
  const { state = "open", severity = null, owner = null, run = null, reason = null } = handled?.entry ?? {};
  const until = handled?.entry.silencedUntil ?? null;
  const { cleared, rule } = flag.entry;
  return {
    state: cleared !== null && cleared.on <= on ? "cleared" : state,
    severity: severity ?? (rule === null ? "medium" : (severities[rule] ?? "medium")),
    owner,
    run,
    silencedUntil: until !== null && until > on ? until : null,
    reason,
    handled,
  };
}

/** Whether a red flag as it stands calls for something: it is neither cleared nor accepted, and nobody silenced it for now. */
export const callsForAction = ({ state, silencedUntil }: FlagStanding): boolean =>
  (state === "open" || state === "mitigating") && silencedUntil === null;

/**
 * The red flags of a customer that call for something on a day, the latest first, each as it stands. Wherever open red flags
 * are counted or listed they are these.
 */
export function openFlagsOn(
  record: CustomerRecord,
  on: Day,
): { readonly fact: JournalOf<"red_flag">; readonly open: true; readonly standing: FlagStanding }[] {
  return redFlagsOn(record, on).flatMap(({ fact, open }) => {
    if (!open) return [];
    const standing = flagStandingOn(fact, record.journal, on);
    return callsForAction(standing) ? [{ fact, open, standing }] : [];
  });
}
