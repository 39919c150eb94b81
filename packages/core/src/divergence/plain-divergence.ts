import {
  type AccountEntry,
  type AttributeFact,
  type EntryOf,
  factsOfPlainLines,
  type JournalFact,
  type LabelMeaning,
  type PlainLine,
  type UsageFact,
  type WorkspaceEntry,
} from "../facts/index.ts";
import { AccountId, ContactId, type Day, day, EntryId, firstDay, instant } from "../kernel/index.ts";
import { houseLedgerPolicy, movementsOfCustomer } from "../ledger/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";

/** What is on record of one customer, in the few words examples of divergence need. */
export interface PlainAccount {
  readonly name?: string;
  readonly csm?: string | null;
  readonly ae?: string | null;
  readonly segment?: string | null;
  /** Left out: a contract of 12,000 a year from 5 January 2026 on. */
  readonly lines?: readonly Omit<PlainLine, "account">[];
  /** What systems say: the day, the system, its field and the label (null: emptied). */
  readonly claims?: readonly (readonly [on: string, system: string, field: string, label: string | null])[];
  /** Weeks of use, by the day they end: users at work (0: none), of ten seats. */
  readonly weeks?: readonly (readonly [to: string, users: number])[];
  /** The day everything that makes an account Onboarded is on record; with `expires`, until when it counts. */
  readonly onboardedOn?: string;
  readonly onboardedUntil?: string;
  readonly handled?: readonly {
    readonly on: string;
    readonly subject: string;
    readonly action: EntryOf<"divergence_handling">["action"];
    readonly until?: string;
  }[];
}

/** What labels mean, each from a day on (left out: from the beginning). */
export type PlainMapping = readonly {
  readonly system: string;
  readonly field: string;
  readonly label: string;
  readonly means: LabelMeaning;
  readonly from?: string;
}[];

const learned = instant("2026-01-01T00:00:00Z");
const source = { system: "example", file: null, line: null } as const;
const sponsor = ContactId.parse("con_sponsor");

function fact(
  accountId: AccountId | null,
  key: string,
  on: string,
  entry: AccountEntry | WorkspaceEntry,
  hour = "12",
): JournalFact {
  const entryId = EntryId.parse(`ent_${key}`);
  return {
    kind: "journal",
    entryId,
    accountId,
    at: instant(`${on}T${hour}:00:00Z`),
    by: "mem_example",
    withdrawn: null,
    entry,
    effectiveOn: day(on),
    recordedAt: learned,
    source: { ...source, key: entryId },
  };
}

const criteria = [
  "technical_completion",
  "adoption_trigger",
  "success_milestone",
  "sponsor_confirmation",
] as const;

function onboarding(id: AccountId, on: string, until: string | undefined): JournalFact[] {
  const expiresOn: Day | null = until === undefined ? null : day(until);
  const proof = { observed: "Seen.", link: null, expiresOn };
  const confirmation = {
    of: "confirmation",
    contactId: sponsor,
    role: "sponsor",
    delegatedBy: null,
  } as const;
  return [
    fact(
      id,
      "sponsor",
      on,
      {
        of: "contact_role",
        contactId: sponsor,
        role: "sponsor",
        state: "active",
        since: day(on),
        influence: null,
        sentiment: null,
        counterpart: null,
        note: null,
      },
      "08",
    ),
    ...criteria.map((criterion) =>
      fact(
        id,
        `c${criterion.replaceAll("_", "")}`,
        on,
        { of: "criterion", criterion, text: "As agreed.", from: null },
        "09",
      ),
    ),
    ...criteria.map((criterion) =>
      fact(
        id,
        `e${criterion.replaceAll("_", "")}`,
        on,
        criterion === "sponsor_confirmation"
          ? { ...confirmation, ...proof }
          : { of: "evidence", criterion, ...proof },
        "10",
      ),
    ),
    fact(id, "flag", on, { of: "onboarded_flag", value: true }, "11"),
  ];
}

function usageFact(accountId: AccountId, [to, users]: readonly [string, number]): UsageFact {
  return {
    kind: "usage",
    accountId,
    feature: null,
    activity: "use",
    days: 7,
    users,
    uses: users * 5,
    activeDays: users === 0 ? 0 : 5,
    seats: 10,
    effectiveOn: day(to),
    recordedAt: learned,
    source: { ...source, key: `usage ${accountId} ${to}` },
  };
}

/** The record a plain account stands for; account `A` becomes `acc_A`. */
export function recordOfPlain(id: string, plain: PlainAccount): CustomerRecord {
  const accountId = AccountId.parse(`acc_${id}`);
  const { name = id, csm = "Kim", ae = "Rep One", segment = null } = plain;
  const { lines } = factsOfPlainLines(
    (plain.lines ?? [{ from: "2026-01-05", arr: "12000" }]).map((line) => ({ account: id, ...line })),
  );
  const attributes = Object.entries({ name, csm, ae, segment }).flatMap(
    ([attribute, value]): AttributeFact[] =>
      value === null
        ? []
        : [
            {
              kind: "attribute",
              accountId,
              attribute: attribute as "name" | "csm" | "ae" | "segment",
              value,
              effectiveOn: firstDay,
              recordedAt: learned,
              source: { ...source, key: attribute },
            },
          ],
  );
  const journal = [
    ...(plain.claims ?? []).map(([on, system, field, label], index) =>
      fact(accountId, `claim${index}`, on, { of: "claim", system, field, label }),
    ),
    ...(plain.onboardedOn ? onboarding(accountId, plain.onboardedOn, plain.onboardedUntil) : []),
    ...(plain.handled ?? []).map(({ on, subject, action, until }, index) =>
      fact(accountId, `handled${index}`, on, {
        of: "divergence_handling",
        subject,
        action,
        owner: null,
        reason: action === "accepted" ? "Known." : null,
        expiresOn: until === undefined ? null : day(until),
        link: null,
      }),
    ),
  ];
  return {
    accountId,
    attributes,
    lines,
    movements: movementsOfCustomer(accountId, lines, houseLedgerPolicy).movements,
    journal: journal.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.entryId < b.entryId ? -1 : 1)),
    usage: (plain.weeks ?? [])
      .map((week) => usageFact(accountId, week))
      .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)),
  };
}

/** The rules a plain mapping stands for. */
export function rulesOfPlain(mapping: PlainMapping): HouseRules {
  return {
    journal: mapping.map(({ from = "2000-01-01", ...label }, index) =>
      fact(null, `label${index}`, from, { of: "label_meaning", ...label }),
    ),
  };
}
