import {
  type AccountEntry,
  factsOfPlainLines,
  type JournalFact,
  type PlainLine,
  type UsageFact,
  type WorkspaceEntry,
} from "../facts/index.ts";
import { AccountId, day, EntryId, instant } from "../kernel/index.ts";
import { houseLedgerPolicy, movementsOf } from "../ledger/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";

/** A customer in the few words an example or a test needs: contract lines, entries with their days, readings of usage. */
export interface PlainCustomer {
  readonly lines?: readonly Omit<PlainLine, "account">[];
  readonly segment?: string;
  readonly owners?: Readonly<Partial<Record<"csm" | "am" | "ae" | "renewal_owner", string>>>;
  /** Entries by the moment or day they happened. */
  readonly entries?: readonly { readonly at: string; readonly entry: AccountEntry }[];
  readonly usage?: readonly PlainUsage[];
  readonly rules?: readonly { readonly on: string; readonly entry: WorkspaceEntry }[];
}

/** A reading of usage in few words. */
export interface PlainUsage {
  readonly on: string;
  readonly feature?: string;
  readonly users?: number;
  readonly uses?: number;
  readonly activeDays?: number;
  readonly seats?: number;
  readonly days?: number;
  readonly activity?: "use" | "login";
}

const accountId = AccountId.parse("acc_A");
const recordedAt = instant("2026-01-01T00:00:00Z");
const source = { system: "example", key: "A", file: null, line: null } as const;
const momentOf = (at: string) => instant(at.includes("T") ? at : `${at}T12:00:00Z`);

/** The record and the rules a plain customer stands for. Its account is `acc_A`. */
export function customerOf(plain: PlainCustomer): { record: CustomerRecord; rules: HouseRules } {
  const facts = factsOfPlainLines((plain.lines ?? []).map((line) => ({ account: "A", ...line })));
  const owned = [
    ...Object.entries(plain.owners ?? {}),
    ...(plain.segment ? [["segment", plain.segment]] : []),
  ];
  const journal = (plain.entries ?? []).map(({ at, entry }, index) => fact(index, at, accountId, entry));
  return {
    record: {
      accountId,
      attributes: owned.map(([attribute, value]) => ({
        kind: "attribute",
        accountId,
        attribute: attribute as "csm",
        value: value ?? null,
        effectiveOn: day("2020-01-01"),
        recordedAt,
        source,
      })),
      lines: facts.lines,
      movements: movementsOf(facts, houseLedgerPolicy)[0]?.movements ?? [],
      journal: journal.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
      usage: (plain.usage ?? []).map(reading).sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)),
    },
    rules: {
      journal: (plain.rules ?? []).map(({ on, entry }, index) => fact(1_000 + index, on, null, entry)),
    },
  };
}

function fact(index: number, at: string, about: AccountId | null, entry: JournalFact["entry"]): JournalFact {
  const moment = momentOf(at);
  return {
    kind: "journal",
    entryId: EntryId.parse(`ent_${String(index).padStart(4, "0")}`),
    accountId: about,
    at: moment,
    by: null,
    withdrawn: null,
    entry,
    effectiveOn: day(moment.slice(0, 10)),
    recordedAt,
    source,
  };
}

function reading({ on, feature, users, uses, activeDays, seats, days, activity }: PlainUsage): UsageFact {
  return {
    kind: "usage",
    accountId,
    feature: feature ?? null,
    activity: activity ?? "use",
    days: days ?? 7,
    users: users ?? null,
    uses: uses ?? null,
    activeDays: activeDays ?? null,
    seats: seats ?? null,
    effectiveOn: day(on),
    recordedAt,
    source,
  };
}
