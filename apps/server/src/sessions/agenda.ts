import { type EntryOf, entriesOf, type JournalFact } from "@termwise/core/facts";
import {
  dueFault,
  type Finding,
  findingsOf,
  proposalsOf,
  type Session,
  teams,
} from "@termwise/core/governance";
import { type Day, type EntryId, Failure, type Instant } from "@termwise/core/kernel";
import { isTermId, termById } from "@termwise/core/registry";
import { workingSession } from "./call.ts";
import type { AtWork } from "./on-record.ts";

/** An item for the alignment agenda, and whether a working session is called for it. */
export interface Item {
  readonly term: string;
  readonly owner: string | null;
  readonly dueOn: Day | null;
  readonly working: boolean;
  readonly startsAt: Instant | null;
}

/** What was put on record: each item with its working session. */
export interface Listed {
  readonly term: string;
  readonly entryId: EntryId;
  readonly working: EntryId | null;
}

/**
 * Puts what a session found on the alignment agenda, divergent terms first, and calls the working sessions asked for. An
 * open item of a term is changed, not doubled, and so is a session that was called for it before. `due`: the days between
 * which an item may be due.
 */
export async function listFindings(
  at: AtWork,
  items: readonly Item[],
  due: { readonly from: Day; readonly to: Day },
): Promise<Listed[]> {
  const { session, journal, put } = at;
  if (session.phase === "planned")
    throw new Failure("refused", "This session has not begun. It has found nothing yet");
  const findings = findingsOf(session);
  const stray = items.find(({ term }) => !findings.some((finding) => finding.term === term));
  if (stray)
    throw new Failure(
      "refused",
      `This session did not find "${stray.term}" divergent or unwritten. Only such terms go on the agenda`,
    );
  const fault = items.map(({ dueOn }) => dueFault(dueOn, due)).find((one) => one !== null);
  if (fault) throw new Failure("refused", fault);
  const listed: Listed[] = [];
  for (const finding of findings) {
    const item = items.find(({ term }) => term === finding.term);
    if (!item) continue;
    const entry = itemOf(session, finding, item);
    const open = openItem(journal, finding.term);
    const entryId = await put({
      entry: open ? { ...entry, reason: open.entry.reason } : entry,
      entryId: open?.entryId,
    });
    listed.push({ term: finding.term, entryId, working: item.working ? await called(at, item) : null });
  }
  return listed;
}

const nameOf = (term: string): string => (isTermId(term) ? termById(term).name : term);

function itemOf(
  session: Session,
  { term, outcome }: Finding,
  { owner, dueOn }: Item,
): EntryOf<"agenda_item"> {
  const both = session.teams.map((team) => teams[team]).join(" and ");
  const reason =
    outcome === "divergent"
      ? `${both} answered differently in “${session.entry.title}”`
      : `No written definition was found in “${session.entry.title}”`;
  return {
    of: "agenda_item",
    term,
    reason,
    owner,
    dueOn,
    state: "open",
    found: { session: session.id, outcome },
  };
}

const openItem = (journal: readonly JournalFact[], term: string) =>
  entriesOf(journal, "agenda_item").find(({ entry }) => entry.term === term && entry.state === "open");

async function called({ session, journal, put }: AtWork, { term, startsAt }: Item): Promise<EntryId> {
  const before = entriesOf(journal, "glossary_session").find(
    ({ entry }) => entry.after === session.id && entry.terms[0] === term,
  );
  if (before) {
    if (startsAt === null || startsAt === before.entry.startsAt) return before.entryId;
    return put({ entry: { ...before.entry, startsAt }, entryId: before.entryId });
  }
  return put({ entry: workingSession(session, { term, name: nameOf(term) }, startsAt) });
}

/** Settles the open item of a working session's term once the teams have signed what it came to. */
export async function settleAgreed({ session, journal, put }: AtWork): Promise<void> {
  const [term] = session.entry.terms;
  const proposal = proposalsOf(journal).find(({ entryId }) => entryId === session.decision?.entry.proposal);
  const open = term === undefined ? undefined : openItem(journal, term);
  if (proposal?.state !== "approved" || !open) return;
  await put({ entry: { ...open.entry, state: "settled" }, entryId: open.entryId });
}
