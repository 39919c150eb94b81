import {
  type AccountEntry,
  type AttributeFact,
  type ContactRole,
  type DealContextField,
  type EntryOf,
  factsOfPlainLines,
  type JournalFact,
  type PacketSection,
  type PlainLine,
} from "../facts/index.ts";
import { AccountId, ContactId, day, EntryId, firstDay, instant } from "../kernel/index.ts";
import { houseLedgerPolicy, movementsOfCustomer } from "../ledger/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { sectionsInOrder } from "./packet.ts";

/** A commitment by a day after the close: whether it is going live, and the day it was reached. */
type PlainMilestone = readonly [what: string, day: number, goLive?: boolean, doneOn?: string];

/** Something put on record of a handoff, in the few words examples need. `at` is a moment; of a day alone it is noon. */
export type PlainEntry = { readonly at: string; readonly by?: string | null } & (
  | { readonly deal: string | null; readonly signedOn?: string }
  | {
      readonly section: PacketSection | "all";
      readonly text?: string | null;
      readonly link?: string;
      readonly context?: Partial<Record<DealContextField, string>>;
      readonly noObjectors?: boolean;
    }
  | { readonly role: ContactRole; readonly who: string; readonly state?: "active" | "moved" | "left" }
  | { readonly accepted: true }
  | { readonly returned: PacketSection; readonly missing: string }
  | {
      readonly promise: string;
      readonly technical?: boolean;
      readonly toldAt?: string;
      readonly due?: string;
    }
  | {
      readonly milestones: readonly PlainMilestone[];
      readonly text?: string;
    }
  | { readonly signed: "ae" | "cs" }
  | { readonly kickoff: readonly string[]; readonly outputs?: boolean }
  | { readonly criteria: true }
  | { readonly movedTo: string }
);

/** What is on record of one customer and its handoff, as examples write it. */
export interface PlainHandoff {
  readonly journal: readonly PlainEntry[];
  readonly lines?: readonly Omit<PlainLine, "account">[];
  /** Null: the account has no CSM. */
  readonly csm?: string | null;
  readonly ae?: string | null;
  readonly am?: string | null;
  readonly policy?: Readonly<Record<string, number>>;
}

const accountId = AccountId.parse("acc_A");
const learned = instant("2026-01-01T00:00:00Z");
const source = { system: "example", file: null, line: null } as const;

/** A moment as examples write it: with its hour, or a day, which is noon UTC. */
export const momentOf = (at: string) => instant(at.includes("T") ? at : `${at}T12:00:00Z`);

const section = (of: PacketSection, said: Partial<EntryOf<"packet_section">>): EntryOf<"packet_section"> => ({
  of: "packet_section",
  section: of,
  text: null,
  link: null,
  ...said,
});

const role = (who: string, of: ContactRole, since: string, state: "active" | "moved" | "left" = "active") =>
  ({
    of: "contact_role",
    contactId: ContactId.parse(`con_${who}`),
    role: of,
    state,
    since: day(since.slice(0, 10)),
    influence: null,
    sentiment: null,
    counterpart: null,
    note: null,
  }) satisfies EntryOf<"contact_role">;

/** All six sections and the three people, the way a good packet is written in one go. */
function everything(at: string): AccountEntry[] {
  return [
    ...sectionsInOrder.map((of) =>
      section(of, { text: `About ${of}.`, ...(of === "people" ? { noObjectors: true } : {}) }),
    ),
    role("coo", "champion", at),
    role("cfo", "sponsor", at),
    role("ops", "daily_contact", at),
  ];
}

const criteria = [
  "technical_completion",
  "adoption_trigger",
  "success_milestone",
  "sponsor_confirmation",
] as const;

function kickoffEntry(attendedBy: readonly string[], outputs: boolean): EntryOf<"kickoff"> {
  return {
    of: "kickoff",
    attendedBy: [...attendedBy],
    successCriteria: outputs ? "Pipeline reports without spreadsheets" : null,
    timeline: outputs ? "Integration by day 30, live by day 45" : null,
    goLiveOn: outputs ? day("2026-04-15") : null,
    plan: outputs ? "Thirty days, a step a week" : null,
  };
}

function promiseEntry(
  text: string,
  { technical = false, toldAt, due }: { technical?: boolean; toldAt?: string; due?: string },
): EntryOf<"promise"> {
  return {
    of: "promise",
    text,
    saidBy: "Rep One",
    technical,
    owner: "Rep One",
    dueOn: due === undefined ? null : day(due),
    state: "open",
    cseInformedAt: toldAt === undefined ? null : momentOf(toldAt),
    link: null,
  };
}

/** The entries a plain one stands for. */
function entriesOfPlain(plain: PlainEntry): AccountEntry[] {
  if ("deal" in plain)
    return [
      {
        of: "deal_closed",
        opportunity: plain.deal,
        signedOn: plain.signedOn === undefined ? null : day(plain.signedOn),
      },
    ];
  if ("section" in plain) {
    if (plain.section === "all") return everything(plain.at);
    const { text = null, link = null, context, noObjectors } = plain;
    return [section(plain.section, { text, link, context, noObjectors })];
  }
  if ("role" in plain) return [role(plain.who, plain.role, plain.at, plain.state)];
  if ("accepted" in plain) return [{ of: "packet_review", outcome: "accepted", gaps: [] }];
  if ("returned" in plain)
    return [
      {
        of: "packet_review",
        outcome: "returned",
        gaps: [{ section: plain.returned, missing: plain.missing }],
      },
    ];
  if ("promise" in plain) return [promiseEntry(plain.promise, plain)];
  if ("milestones" in plain) return [documentEntry(plain.text ?? "What may be expected.", plain.milestones)];
  if ("signed" in plain) return [{ of: "signature", side: plain.signed }];
  if ("kickoff" in plain) return [kickoffEntry(plain.kickoff, plain.outputs ?? true)];
  if ("criteria" in plain)
    return criteria.map((criterion) => ({ of: "criterion", criterion, text: "As agreed.", from: null }));
  return [{ of: "ownership_moved", from: "Rep One", to: plain.movedTo }];
}

function documentEntry(text: string, milestones: readonly PlainMilestone[]): EntryOf<"expectations"> {
  return {
    of: "expectations",
    text,
    link: null,
    milestones: milestones.map(([what, after, goLive = false, doneOn]) => ({
      what,
      kind: "timeline",
      day: after,
      goLive,
      doneOn: doneOn === undefined ? null : day(doneOn),
    })),
  };
}

function fact(entry: AccountEntry, { at, by = "mem_rep" }: PlainEntry, key: string): JournalFact {
  return {
    kind: "journal",
    entryId: EntryId.parse(`ent_${key}`),
    accountId,
    at: momentOf(at),
    by,
    withdrawn: null,
    entry,
    effectiveOn: day(momentOf(at).slice(0, 10)),
    recordedAt: learned,
    source: { ...source, key },
  };
}

/** The record of the customer a plain handoff stands for, with ids in the order of the entries. Its account is `acc_A`. */
export function recordOfPlain({
  journal,
  lines = [],
  csm = "Kim",
  ae = "Rep One",
  am = null,
}: PlainHandoff): CustomerRecord {
  const facts = factsOfPlainLines(lines.map((line) => ({ account: "A", ...line })));
  const entries = journal.flatMap((plain, index) =>
    entriesOfPlain(plain).map((entry, part) =>
      fact(entry, plain, `${String(index).padStart(2, "0")}x${part}`),
    ),
  );
  const owners = { csm, ae, am };
  const attributes = (["csm", "ae", "am"] as const).flatMap((attribute): AttributeFact[] => {
    const value = owners[attribute];
    if (value === null) return [];
    const held = { accountId, attribute, value, effectiveOn: firstDay, recordedAt: learned };
    return [{ kind: "attribute", ...held, source: { ...source, key: attribute } }];
  });
  return {
    accountId,
    attributes,
    lines: facts.lines,
    movements: movementsOfCustomer(accountId, facts.lines, houseLedgerPolicy).movements,
    journal: entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.entryId < b.entryId ? -1 : 1)),
    usage: [],
  };
}

/** The rules a plain handoff stands under. */
export function rulesOfPlain({ policy }: PlainHandoff): HouseRules {
  if (policy === undefined) return { journal: [] };
  return {
    journal: [
      {
        ...fact(
          { of: "deal_closed", opportunity: null, signedOn: null },
          { at: "2000-01-01", deal: null },
          "rules",
        ),
        accountId: null,
        entry: { of: "lifecycle_policy", parameters: { ...policy } },
      },
    ],
  };
}
