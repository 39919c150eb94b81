import type { Deal } from "@termwise/core/compensation";
import {
  addDays,
  addMonths,
  type Currency,
  type Day,
  type Instant,
  instant,
  type Period,
} from "@termwise/core/kernel";
import type { Book } from "@termwise/core/retention";
import {
  addPayGrant,
  addStatementStep,
  loadMembers,
  type StatementStep,
  type WorkspaceTransaction,
} from "@termwise/db";
import { type DemoCompensation, type DemoDispute, demoCompensation, demoLosses } from "@termwise/demo";
import { policyOn } from "../definitions/agreed.ts";
import type { Books } from "../derive/books.ts";
import { dealsNow } from "./assemble.ts";
import { draftStatements } from "./drafts.ts";
import { loadPay } from "./pay-state.ts";
import { putPay } from "./pay-writing.ts";
import { assignPlan, savePlan, stepPlan } from "./plan-writes.ts";
import { contentOf, contentsOf, noContents } from "./statement-content.ts";
import { acknowledge, answerDispute, disputeLine, resolveDispute } from "./statement-writes.ts";

const people = { writes: "Paula Szymanska", pays: "Gideon Asante", records: "Noor Haddad" } as const;

/** What the demo company's pay is put on record with: one transaction, the books, and the moment all of it is told in. */
interface Seeding {
  readonly tx: WorkspaceTransaction;
  readonly books: Books;
  readonly now: Instant;
  readonly today: Day;
}

/**
 * Puts the demo company's pay on record, in the order in which it happened: plans and letters, what was lost, and eight
 * quarters of statements, each drafted, disputed and paid before the next is drafted. Everything goes through what people
 * use as well, so that it stands as if they had done it.
 */
export async function recordDemoPay(seeding: Seeding): Promise<void> {
  const { today } = seeding;
  const script = demoCompensation(today);
  const book = bookOf(seeding);
  // Read as statements read them, so that both share one reading of the ledger.
  const deals = dealsNow({ ...seeding, state: await loadPay(seeding.tx, noContents) }, book.currency);
  await plansOf(seeding, script);
  await lettersOf(seeding, script);
  await splitsOf(seeding, script, deals);
  await lossesOf(seeding, script, { book, deals });
  for (const [nth, period] of script.periods.entries()) await quarterOf(seeding, script, period, nth);
  await readersOf(seeding);
}

/** Lets those who pay people, and who write plans, read all pay for a year: no role does that by itself. */
async function readersOf({ tx, now, today }: Seeding): Promise<void> {
  const reads = new Set<string>([people.writes, people.pays]);
  for (const { member, name } of await loadMembers(tx, tx.workspaceId))
    if (reads.has(name))
      await addPayGrant(
        tx,
        {
          memberId: member.id,
          subject: "all",
          reason: "Prepares and pays the statements of everybody",
          from: today,
          until: addMonths(today, 12),
        },
        { grantedBy: null, now },
      );
}

function bookOf({ books, today }: Seeding): Book {
  const { ledger } = policyOn(books.known.now, today);
  return books.book({ asOf: null, policy: ledger, currency: "USD" as Currency });
}

/** A moment some days after a day, and never one that has not come. */
function after({ now }: Seeding, on: Day, days: number, time = "10:00"): Instant {
  const at = instant(`${addDays(on, days)}T${time}:00.000Z`);
  return at < now ? at : now;
}

async function plansOf(seeding: Seeding, { plans }: DemoCompensation): Promise<void> {
  const { tx } = seeding;
  for (const plan of plans) {
    const act = async (by: string, days: number) => ({
      tx,
      by,
      at: after(seeding, plan.from, days),
      state: await loadPay(tx, noContents),
    });
    await savePlan(await act(people.writes, -40), plan);
    const { id: planId, version } = plan;
    await stepPlan(await act(people.writes, -35), { planId, version, step: "submitted" });
    await stepPlan(await act(people.pays, -30), { planId, version, step: "approved" });
    await stepPlan(await act(people.writes, -28), { planId, version, step: "activated" });
  }
}

async function lettersOf(seeding: Seeding, { assignments }: DemoCompensation): Promise<void> {
  const { tx } = seeding;
  for (const [index, { acknowledged, plan, ...assignment }] of assignments.entries()) {
    const id = `asg_demo${String(index + 1).padStart(2, "0")}`;
    const at = after(seeding, assignment.from, -21);
    const given = { ...assignment, quotas: { ...assignment.quotas }, planId: plan.id, version: plan.version };
    await assignPlan({ tx, by: people.writes, at, state: await loadPay(tx, noContents) }, given, id);
    if (!acknowledged) continue;
    const { person } = assignment;
    const state = await loadPay(tx, noContents);
    const letter = state.of("letter").findLast((one) => one.assignmentId === id);
    const read = { tx, state, by: person, at: after(seeding, assignment.from, -18, "15:30") };
    if (letter) await acknowledge(read, { of: "letter", id: letter.id, person });
  }
}

/** The largest new deal that somebody closed in a quarter. */
function largestOf(deals: readonly Deal[], person: string, { from, to }: Period): Deal | null {
  return deals
    .filter(
      ({ kind, closer, signedOn }) =>
        kind === "new" && closer?.name === person && signedOn !== null && signedOn >= from && signedOn <= to,
    )
    .reduce<Deal | null>(
      (most, deal) => (most === null || BigInt(deal.amount) > BigInt(most.amount) ? deal : most),
      null,
    );
}

async function splitsOf(
  seeding: Seeding,
  { splits, periods }: DemoCompensation,
  deals: readonly Deal[],
): Promise<void> {
  for (const { person, nth, percent, reason, with: other } of splits) {
    const period = periods[nth];
    const deal = period && largestOf(deals, person, period);
    if (!deal?.signedOn) continue;
    const split = [
      { person, percent },
      { person: other, percent: String(100 - Number(percent)) },
    ];
    await putPay({ tx: seeding.tx, by: people.records, at: after(seeding, deal.signedOn, 2) }, "split", {
      subject: deal.dealId,
      body: { dealId: deal.dealId, split, reason },
    });
  }
}

async function lossesOf(
  seeding: Seeding,
  { periods, unpaid }: DemoCompensation,
  { book, deals }: { readonly book: Book; readonly deals: readonly Deal[] },
): Promise<void> {
  const { tx, books, today } = seeding;
  const from = periods[0]?.from ?? today;
  for (const { accountId, trigger, on, lost, currency, closure } of demoLosses(
    books.known.now,
    from,
    today,
  )) {
    const lossId = `${trigger}-${accountId}-${on}`;
    const loss = {
      lossId,
      trigger,
      account: accountId,
      dealId: null,
      on,
      lost: trigger === "contraction" ? String(book.rates.on(on)(BigInt(lost), currency)) : null,
      exception: closure ? ("closure" as const) : null,
      withdrawn: false,
      ref: `ledger: mov_${accountId.slice(4)}_${on.replaceAll("-", "")}`,
    };
    await putPay({ tx, by: people.records, at: after(seeding, on, 3) }, "loss", {
      subject: accountId,
      body: { loss },
    });
  }
  const period = periods[unpaid.nth];
  const deal = period && largestOf(deals, unpaid.person, period);
  if (!deal?.signedOn) return;
  const on = addDays(deal.signedOn, 105);
  const loss = {
    ...{ lossId: `non-payment-${deal.dealId}`, trigger: "non_payment" as const, account: deal.account },
    ...{ dealId: deal.dealId, on, lost: null, exception: null, withdrawn: false },
    ref: "billing: invoice open for 90 days",
  };
  await putPay({ tx, by: people.pays, at: after(seeding, on, 1) }, "loss", {
    subject: deal.account,
    body: { loss },
  });
}

/** One quarter: drafts, reviewed and published by the people who do it, disputed, and paid, but for the last one. */
async function quarterOf(
  seeding: Seeding,
  script: DemoCompensation,
  period: Period,
  nth: number,
): Promise<void> {
  const { tx, books, now, today } = seeding;
  const last = nth === script.periods.length - 1;
  const sources = { books, now, today, state: await loadPay(tx) };
  const drafted = await draftStatements(
    tx,
    sources,
    { period: period.text },
    { by: people.writes, at: after(seeding, period.to, 3) },
  );
  for (const [index, { number, revision }] of drafted.entries()) {
    if (number === null || revision === null) continue;
    const step = (name: StatementStep, days: number) =>
      addStatementStep(tx, {
        number,
        revision,
        step: name,
        at: after(seeding, period.to, days, "16:00"),
        by: people.pays,
      });
    // Of the last quarter two are not through yet.
    if (last && index === 3) continue;
    await step("reviewed", 4);
    if (last && index === 4) continue;
    await step("published", 6);
    if (!last) await step("paid", 25);
  }
  for (const dispute of script.disputes.filter((one) => one.nth === nth))
    await disputeOf(seeding, period, dispute);
  const [first, second] = script.plans;
  if (second && first && addDays(period.to, 1) === second.from)
    await stepPlan(
      { tx, by: people.writes, at: after(seeding, period.to, 26), state: await loadPay(tx, noContents) },
      { planId: first.id, version: first.version, step: "retired" },
    );
}

async function disputeOf(
  seeding: Seeding,
  period: Period,
  { person, kind, says, answer, resolved }: DemoDispute,
): Promise<void> {
  const { tx } = seeding;
  const own = contentsOf(person);
  const state = await loadPay(tx, own);
  const held = state.statements.find(
    (one) => one.person === person && one.period === period.text && one.closed,
  );
  const lines = held ? contentOf(held).statement.lines.filter((line) => line.kind === kind) : [];
  const size = (amount: string) => (BigInt(amount) < 0n ? -BigInt(amount) : BigInt(amount));
  const line = lines.reduce(
    (most, one) => (size(one.amount) > size(most.amount) ? one : most),
    lines[0] as (typeof lines)[number],
  );
  if (!held || !line) return;
  const on = async (days: number, by: string) => ({
    ...{ tx, by, at: after(seeding, period.to, days, "11:20") },
    state: await loadPay(tx, own),
  });
  const id = await disputeLine(await on(8, person), { number: held.number, lineId: line.lineId, says });
  if (answer) await answerDispute(await on(11, answer.by), { id, says: answer.says });
  if (!resolved) return;
  const { amount, reason, by: approver } = resolved;
  await resolveDispute(await on(16, approver), { id, amount, reason, approver });
}
