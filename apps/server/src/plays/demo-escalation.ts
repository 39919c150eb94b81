import type { AccountEntry } from "@termwise/core/facts";
import type { Day, MemberId } from "@termwise/core/kernel";
import { assignmentsOn, type CustomerRecord } from "@termwise/core/people";
import type { MemberPerson, WorkspaceTransaction } from "@termwise/db";
import { dayOf } from "../clock.ts";
import type { DemoAnswers } from "./demo-entries.ts";
import { membersOf } from "./people-told.ts";
import { idOf } from "./play-id.ts";
import { tellEscalation } from "./tell-escalation.ts";

/** Tells of what was raised, within the transaction that puts it on record. */
type TellRaised = (tx: WorkspaceTransaction, nameOf: (record: CustomerRecord) => string) => Promise<void>;

/** The first of some accounts that has a member as its exec sponsor was raised to them. Null: none has. */
export function raiseFirst(
  answers: DemoAnswers,
  risky: readonly { readonly record: CustomerRecord; readonly on: Day }[],
  people: readonly MemberPerson[],
): TellRaised | null {
  for (const { record, on } of risky) {
    const { cs_manager: raisedBy, exec_sponsor: named } = assignmentsOn(record, on);
    const [sponsor] = membersOf(people, { names: [named] });
    if (sponsor !== undefined) return raise(answers, record, { sponsor, raisedBy, on });
  }
  return null;
}

const reason = "The plan needs their leadership: please speak to their sponsor before the renewal.";

function raise(
  answers: DemoAnswers,
  record: CustomerRecord,
  { sponsor, raisedBy, on }: { sponsor: MemberId; raisedBy: string | null; on: Day },
): TellRaised {
  const at = answers.moment(on, "16:20");
  const { accountId } = record;
  const entryId = idOf("escalation of", accountId);
  const entry: AccountEntry = { of: "escalation", sponsor, raisedBy, reason, closed: null };
  answers.put(accountId, { entry, entryId, at }, raisedBy);
  return (tx, nameOf) =>
    tellEscalation(
      tx,
      sponsor,
      { kind: "escalated", subject: entryId, accountId, name: nameOf(record), detail: reason },
      { at, on: dayOf(at, answers.timeZone) },
    );
}
