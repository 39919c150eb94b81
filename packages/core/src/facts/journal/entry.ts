import { z } from "zod";
import { AccountId, type Day, EntryId, Instant } from "../../kernel/index.ts";
import { stamp } from "../stamp.ts";
import { closingEntries } from "./closing.ts";
import { definitionEntries } from "./definitions.ts";
import { financeEntries } from "./finance.ts";
import { handoffEntries } from "./handoff.ts";
import { healthEntries, healthRuleEntries } from "./health.ts";
import { importEntries } from "./imports.ts";
import { motionEntries, peopleEntries } from "./motions.ts";
import { onboardingEntries } from "./onboarding.ts";
import { playEntries, playRunEntries } from "./plays.ts";
import { reviewEntries } from "./review.ts";
import { ruleEntries } from "./rules.ts";
import { sessionEntries } from "./sessions.ts";
import { sourceEntries } from "./sources.ts";
import { workEntries } from "./work.ts";

/** What can be put on record of an account; `of` says what it is, and each kind has its own fields. */
export const AccountEntry = z.discriminatedUnion("of", [
  ...onboardingEntries,
  ...handoffEntries,
  ...motionEntries,
  ...peopleEntries,
  ...workEntries,
  ...playRunEntries,
  ...healthEntries,
]);
/** What can be put on record of an account. */
export type AccountEntry = z.infer<typeof AccountEntry>;

/** What can be put on record of the workspace as a whole: rules, meanings of labels, values others report, agenda, views, definitions, closed periods, targets and what is said of figures, sessions, how files are read, sources, plays, how health is scored. */
export const WorkspaceEntry = z.discriminatedUnion("of", [
  ...ruleEntries,
  ...definitionEntries,
  ...financeEntries,
  ...closingEntries,
  ...reviewEntries,
  ...sessionEntries,
  ...importEntries,
  ...sourceEntries,
  ...playEntries,
  ...healthRuleEntries,
]);
/** What can be put on record of the workspace. */
export type WorkspaceEntry = z.infer<typeof WorkspaceEntry>;

/**
 * The kinds of entries anybody with the right may set and take back one by one, and that lifecycle, handoffs and reports
 * read. The other kinds about the workspace (views, definitions and the talks about them) have procedures of their own.
 */
export const ruleKinds: ReadonlySet<string> = /* @__PURE__ */ new Set(
  ruleEntries
    .map(({ shape }) => shape.of.value)
    .filter((kind) => kind !== "saved_view" && kind !== "notice_choice"),
);

/** The kinds of entries about an account. */
export type AccountEntryKind = AccountEntry["of"];
/** The kinds of entries about the workspace. */
export type WorkspaceEntryKind = WorkspaceEntry["of"];
/** An entry of one kind. */
export type EntryOf<Kind extends AccountEntryKind | WorkspaceEntryKind> = Extract<
  AccountEntry | WorkspaceEntry,
  { of: Kind }
>;

/**
 * Something a person or another system put on record. `at` is the moment it happened in the business, exact to the
 * second, and `effectiveOn` the day of that moment in the workspace's time zone. `by` is who put it there: a member's
 * id (`mem_…`), or the name a source gives; null: nobody is named. A later version of the same `entryId` replaces the
 * earlier from its `recordedAt` on; `withdrawn` takes it back and says why. `accountId` is null for what is about the
 * workspace.
 */
export const JournalFact = z
  .strictObject({
    kind: z.literal("journal"),
    entryId: EntryId,
    accountId: AccountId.nullable(),
    at: Instant,
    by: z.string().min(1).max(200).nullable(),
    withdrawn: z.string().min(1).max(1_000).nullable(),
    entry: z.union([AccountEntry, WorkspaceEntry]),
    ...stamp,
  })
  .refine((fact) => (fact.accountId === null) === WorkspaceEntry.safeParse(fact.entry).success, {
    path: ["accountId"],
    message: "is given for what is about an account, and not for what is about the workspace",
  });
/** Something put on record. */
export type JournalFact = z.infer<typeof JournalFact>;
/** Something put on record, of one kind. */
export type JournalOf<Kind extends AccountEntryKind | WorkspaceEntryKind> = Omit<JournalFact, "entry"> & {
  readonly entry: EntryOf<Kind>;
};

/** The entries of some kinds, in their order. */
export function entriesOf<Kind extends AccountEntryKind | WorkspaceEntryKind>(
  journal: readonly JournalFact[],
  ...kinds: readonly Kind[]
): JournalOf<Kind>[] {
  // Asked for again and again: one kind is compared, not looked up.
  const [only, ...others] = kinds as readonly string[];
  return journal.filter(
    (fact): fact is JournalFact & JournalOf<Kind> =>
      fact.entry.of === only || (others.length > 0 && others.includes(fact.entry.of)),
  );
}

/** The entries of a kind that stand on a day, in their order: put on record for it or a day before, and not withdrawn. */
export function entriesBy<Kind extends AccountEntryKind | WorkspaceEntryKind>(
  journal: readonly JournalFact[],
  kind: Kind,
  on: Day,
): JournalOf<Kind>[] {
  return journal.filter(
    (fact): fact is JournalFact & JournalOf<Kind> =>
      fact.entry.of === kind && fact.withdrawn === null && fact.effectiveOn <= on,
  );
}
