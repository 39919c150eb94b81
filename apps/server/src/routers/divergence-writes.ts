import {
  type Claim,
  claimsOn,
  comparedOn,
  type Divergence,
  divergenceChecks,
  type Label,
  labelKey,
  labelMapOn,
  meaningNames,
} from "@termwise/core/divergence";
import { entriesOf, type JournalFact, labelMeanings, type WorkspaceEntry } from "@termwise/core/facts";
import { AccountId, Currency, Day, EntryId, Failure } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { WorkspaceTransaction } from "@termwise/db";
import { z } from "zod";
import { customerRecords } from "../derive/customer-records.ts";
import { knownAccounts } from "../derive/known-accounts.ts";
import { readPastedList } from "../divergence/pasted-list.ts";
import {
  houseNow,
  putEntry,
  putHouseEntry,
  type Subject,
  subjectOf,
  type Writer,
  writeHouseEntry,
  writing,
} from "../journal/write-entry.ts";
import { procedure } from "../trpc.ts";
import { writerOf } from "./journal.ts";

const text = (max: number) => z.string().trim().min(1).max(max);

const Handled = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("fix_source"),
    owner: text(200).nullable().default(null),
    dueOn: Day.nullable().default(null),
    reason: text(1_000).nullable().default(null),
  }),
  z.strictObject({ action: z.literal("record_evidence"), owner: text(200).nullable().default(null) }),
  z.strictObject({
    action: z.literal("agenda"),
    owner: text(200).nullable().default(null),
    dueOn: Day.nullable().default(null),
    reason: text(1_000),
  }),
  z.strictObject({ action: z.literal("accepted"), reason: text(1_000), expiresOn: Day }),
]);
type Handled = z.infer<typeof Handled>;

const listLimit = 2_000_000;

/** What people do about divergences: each is an entry on record, and can be taken back by `journal.withdraw`. */
export const divergenceWrites = {
  /**
   * Says what a label in a field of a system means. The first meaning of a label holds from the first day anybody was
   * labelled so, a later one from today, unless `from` says otherwise. Answers with that day and how many accounts are
   * labelled so now. Refused (412) when it means that already.
   */
  mapLabel: procedure
    .input(
      z.strictObject({
        system: text(100),
        field: text(200),
        label: text(200),
        means: z.enum(labelMeanings),
        from: Day.optional(),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { from, ...label } }) => {
      const { records, rules } = customerRecords(await termwise.books());
      const today = termwise.today();
      const map = labelMapOn(rules, today);
      if (from === undefined && map.meaning(label) === label.means)
        throw new Failure("refused", `"${label.label}" means ${meaningNames[label.means]} already`);
      const first = map.versions(label).length === 0;
      const since = first ? firstLabelled(records.values(), label, today) : today;
      const on = from ?? since;
      const entry = { of: "label_meaning", ...label } as const;
      const entryId = await writeHouseEntry(termwise, { entry, on }, writerOf(who, acting));
      return { entryId, on, accounts: labelledNow(records.values(), label, today) };
    }),
  /**
   * Handles one divergence of an account: `fix_source` makes a task, `agenda` puts its term on the agenda where it is not
   * yet, `accepted` takes it out of the report until a day. What is made and the handling stand together or not at all.
   * Refused (412) when it no longer stands, or with the rule.
   */
  handle: procedure
    .input(z.strictObject({ accountId: AccountId, subject: text(1_500), how: Handled }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { accountId, subject, how } }) => {
      const customer = await subjectOf(termwise, accountId);
      const { record, rules } = customer;
      const today = termwise.today();
      const { divergences } = comparedOn(record, rules, today);
      const line = divergences.find((one) => one.subject === subject);
      if (!line)
        throw new Failure(
          "refused",
          "This divergence no longer stands: what is claimed or what evidence shows has changed. Look at the report again",
        );
      const entry = {
        of: "divergence_handling",
        subject,
        action: how.action,
        owner: "owner" in how ? how.owner : null,
        reason: "reason" in how ? how.reason : null,
        expiresOn: how.action === "accepted" ? how.expiresOn : null,
        link: null,
      } as const;
      const refusal = divergenceChecks.divergence_handling(record, rules, entry, { on: today });
      if (refusal !== null) throw new Failure("refused", refusal);
      const writer = writerOf(who, acting);
      return writing(termwise, async (tx) => {
        const onAgenda = how.action === "agenda" && openItem(await houseNow(tx), line.term) !== undefined;
        const consequence = onAgenda ? null : await consequenceOf(tx, customer, { line, how }, writer);
        return { entryId: await putEntry(tx, customer, { entry }, writer), consequence };
      });
    }),
  /**
   * Puts on record the value another system or a document reports for a term and period: a share (`"1.03"`), minor units,
   * a count; with `list`, a pasted list of accounts and amounts in major units. `value` may be left out with a list: it is
   * then what the list comes to. Nothing of ours changes by it.
   */
  reportValue: procedure
    .input(
      z
        .strictObject({
          system: text(100),
          term: text(100),
          period: text(50),
          value: z
            .string()
            .regex(/^-?\d{1,18}(\.\d{1,6})?$/, "is not a decimal number")
            .optional(),
          currency: Currency.nullable().default(null),
          list: z.string().max(listLimit).optional(),
          entryId: EntryId.optional(),
        })
        .refine(({ value, list }) => value !== undefined || list !== undefined, {
          path: ["value"],
          message: "give the value, or a list that comes to it",
        }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { list, entryId, ...said } }) => {
      const books = await termwise.books();
      const { rules } = customerRecords(books);
      if (list !== undefined && said.currency === null)
        throw new Failure("bad_input", "A list of amounts needs its currency");
      const accounts =
        list === undefined || said.currency === null
          ? []
          : readPastedList(list, said.currency, knownAccounts(books));
      const sum = accounts.reduce((total, { amount }) => total + BigInt(amount), 0n);
      const entry: WorkspaceEntry & { of: "reported_value" } = {
        of: "reported_value",
        ...said,
        value: said.value ?? String(sum),
        accounts,
      };
      const refusal = divergenceChecks.reported_value(null, rules, entry, { on: termwise.today() });
      if (refusal !== null) throw new Failure("refused", refusal);
      const id = await writeHouseEntry(termwise, { entry, entryId }, writerOf(who, acting));
      return {
        entryId: id,
        listed: accounts.length,
        unmatched: accounts.filter(({ accountId }) => accountId === null).length,
      };
    }),
  /** Puts a term on the alignment agenda, or changes an item of it: its owner, its day, or that it is settled. */
  setAgenda: procedure
    .input(
      z.strictObject({
        entryId: EntryId.optional(),
        term: text(100),
        reason: text(1_000),
        owner: text(200).nullable().default(null),
        dueOn: Day.nullable().default(null),
        state: z.enum(["open", "settled"]).default("open"),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { entryId, ...item } }) => {
      const { timeZone } = await termwise.workspace();
      return writing(termwise, async (tx) => {
        const journal = await houseNow(tx);
        if (entryId === undefined && openItem(journal, item.term) !== undefined)
          throw new Failure("refused", "This term is on the agenda already. Change that item instead");
        const before = entriesOf(journal, "agenda_item").find((fact) => fact.entryId === entryId);
        const { found } = before?.entry ?? {};
        const write = { entry: { of: "agenda_item", ...item, ...(found && { found }) } as const, entryId };
        return { entryId: await putHouseEntry(tx, { timeZone }, write, writerOf(who, acting)) };
      });
    }),
};

/** The first day anybody was labelled so; today, where nobody is. */
function firstLabelled(records: Iterable<CustomerRecord>, label: Label, today: Day): Day {
  const key = labelKey(label);
  let first = today;
  for (const { journal } of records)
    for (const { entry, effectiveOn } of entriesOf(journal, "claim"))
      if (entry.label !== null && effectiveOn < first && labelKey({ ...entry, label: entry.label }) === key)
        first = effectiveOn;
  return first;
}

/** How many accounts are labelled so on a day. */
function labelledNow(records: Iterable<CustomerRecord>, label: Label, on: Day): number {
  const key = labelKey(label);
  const says = (claim: Claim) => claim.label !== null && labelKey({ ...claim, label: claim.label }) === key;
  return [...records].filter((record) => claimsOn(record, on).some(says)).length;
}

const openItem = (journal: readonly JournalFact[], term: string) =>
  entriesOf(journal, "agenda_item").find(({ entry }) => entry.term === term && entry.state === "open");

/** What else is put on record: a task for whoever fixes the source, or an item of the agenda; the id of it. */
async function consequenceOf(
  tx: WorkspaceTransaction,
  customer: Subject,
  { line, how }: { line: Divergence; how: Handled },
  writer: Writer,
): Promise<{ readonly of: "task" | "agenda_item"; readonly entryId: EntryId } | null> {
  if (how.action === "fix_source") {
    const entry = {
      of: "task",
      title: taskTitle(line),
      assignee: how.owner,
      dueOn: how.dueOn,
      priority: "normal",
      state: "open",
      source: "divergence",
      repeats: null,
      snoozedUntil: null,
      note: [...(how.reason === null ? [] : [how.reason]), ...line.says].join("\n").slice(0, 2_000),
    } as const;
    return { of: "task", entryId: await putEntry(tx, customer, { entry }, writer) };
  }
  if (how.action !== "agenda") return null;
  const { owner, dueOn, reason } = how;
  const entry = { of: "agenda_item", term: line.term, reason, owner, dueOn, state: "open" } as const;
  return { of: "agenda_item", entryId: await putHouseEntry(tx, customer, { entry }, writer) };
}

/** What has to be done to the source, with what stands there now. */
function taskTitle({ claims, term }: Divergence): string {
  const where = claims
    .map(({ system, field, label }) => `${system} (${field}${label === null ? ", empty" : `: "${label}"`})`)
    .join(" and ");
  return `Set right what ${where} says of ${meaningNames[term]}`.slice(0, 300);
}
