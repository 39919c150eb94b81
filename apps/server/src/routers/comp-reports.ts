import { PayScenario } from "@termwise/core/compensation";
import { Failure } from "@termwise/core/kernel";
import { appendAudit } from "@termwise/db";
import { z } from "zod";
import { seenBy } from "../auth/allowed.ts";
import { payReaderIn } from "../auth/pay-door.ts";
import { mayDo } from "../auth/principal.ts";
import { backTestOf } from "../compensation/back-tests.ts";
import { ownPerson } from "../compensation/own-person.ts";
import { readingPay, wholeBooks } from "../compensation/pay-context.ts";
import { payReconciliation } from "../compensation/pay-reconciliation.ts";
import { Person, PlanId, Version } from "../compensation/pay-records.ts";
import { loadPay } from "../compensation/pay-state.ts";
import { simulationOf } from "../compensation/simulations.ts";
import { allContents, contentsIn, oneOfEachPeriod } from "../compensation/statement-content.ts";
import { payrollCsv } from "../compensation/statement-csv.ts";
import { teamRow } from "../compensation/team-rows.ts";
import { withoutUnseen } from "../compensation/unseen-accounts.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { ownMembership } from "./member-rules.ts";

const Period = z.string().trim().min(4).max(20);

/** Pay of several people, pay that might be, and pay beside what the board is told. */
export const reportProcedures = {
  /**
   * The statements of a period (default: the latest there is) of everybody whose pay the one who asks may read, but their
   * own: those to look at first on top. Each is told to the audit log as a reading of pay.
   */
  team: procedure.input(z.strictObject({ period: Period.optional() })).query(async ({ ctx, input }) => {
    const { whole } = await wholeBooks(ctx);
    const reader = ownMembership(ctx.who)?.id ?? null;
    return whole.write(async (tx) => {
      const door = await payReaderIn(tx, reader, ctx.acting.at);
      const reads = ({ person }: { person: string }) =>
        !door.isOwn(person) && door.reasonFor(person) !== null;
      const one = await loadPay(tx, (heads) => oneOfEachPeriod(heads.filter(reads)));
      const periods = one.drafts
        .flatMap(({ says }) => says?.().statement.period ?? [])
        .sort((a, b) => (a.from < b.from ? 1 : -1));
      const period = input.period ?? periods[0]?.text ?? null;
      const state = await loadPay(tx, (heads) => contentsIn(period ?? "")(heads.filter(reads)));
      const own = state.statements
        .filter((held) => held.period === period && reads(held))
        .map((held) => teamRow(state, held));
      for (const { person } of own)
        await appendAudit(tx, tx.workspaceId, {
          ...ctx.acting,
          action: "pay_read",
          subject: { kind: "pay", id: door.memberOf(person) ?? "nobody here" },
          details: { what: "team", reason: door.reasonFor(person) },
        });
      const rank = (row: (typeof own)[number]) => (row.exception ? 0 : row.openDisputes > 0 ? 1 : 2);
      return {
        period,
        periods: [...new Set(periods.map(({ text }) => text))],
        rows: own.sort((a, b) => rank(a) - rank(b) || (a.person < b.person ? -1 : 1)),
      };
    });
  }),
  /**
   * What a statement would come to under a scenario, beside what it comes to now: by component, the way to the next
   * threshold, what may be taken back, and what the plan pays over attainment and NRR. Writes nothing; it is no statement.
   */
  simulation: procedure
    .input(
      z.strictObject({
        person: Person.optional(),
        period: Period,
        scenario: PayScenario.default({ deals: [], moreDeals: [], losses: [], closings: {}, matured: {} }),
      }),
    )
    .query(async ({ ctx, input: { period, scenario, ...asked } }) => {
      const person = asked.person ?? (await ownPerson(ctx));
      if (person === null) throw new Failure("not_found", "There is no such person");
      const made = await readingPay(ctx, { person, what: "simulation", wanted: allContents }, ({ sources }) =>
        simulationOf(sources, { person, period, scenario }),
      );
      return wire(made);
    }),
  /**
   * Pay-NRR of a person beside board-NRR of the same days: what they differ by, step by step, and through which accounts.
   * Accounts the one who asks does not see are told together, without their amounts.
   */
  reconciliation: procedure
    .input(z.strictObject({ person: Person.optional(), period: Period }))
    .query(async ({ ctx, input: { period, ...asked } }) => {
      const person = asked.person ?? (await ownPerson(ctx));
      if (person === null) throw new Failure("not_found", "There is no such person");
      const made = await readingPay(
        ctx,
        { person, what: "reconciliation", wanted: allContents },
        ({ sources }) => payReconciliation(sources, { person, period }),
      );
      // The scope of pay is that of people: which accounts one sees follows from the right to read the book.
      const scope = mayDo(ctx.who, "book_read");
      const seen = scope && customerRecords(await (await seenBy(ctx.gate.house, ctx.who, scope)).books());
      return wire(withoutUnseen(made, (account) => seen?.records.has(seen.ofAccount(account)) ?? false));
    }),
  /** What is to be paid out for a period, as a file with its control total: for whoever may read the pay of everybody on it. */
  payroll: procedure.input(z.strictObject({ period: Period })).query(async ({ ctx, input: { period } }) => {
    const { whole } = await wholeBooks(ctx);
    const reader = ownMembership(ctx.who)?.id ?? null;
    const file = await whole.write(async (tx) => {
      const state = await loadPay(tx, contentsIn(period));
      const door = await payReaderIn(tx, reader, ctx.acting.at);
      const own = state.statements.filter((one) => one.closed && one.period === period);
      if (own.some(({ person }) => door.reasonFor(person) === null)) return null;
      await appendAudit(tx, tx.workspaceId, {
        ...ctx.acting,
        action: "pay_exported",
        subject: { kind: "period", id: period },
        details: { what: "payroll", statements: own.length },
      });
      return payrollCsv(own, period);
    });
    if (file === null)
      throw new Failure(
        "refused",
        "It holds pay of people whose pay you may not read. A compensation admin can grant you access to all pay",
      );
    return wire(file);
  }),
  /** A back-test for the command line, on behalf of a member whose access to pay it takes; the audit log is told of both. */
  backtestFor: procedure
    .input(
      z.strictObject({
        planId: PlanId,
        version: Version.optional(),
        periods: z.int().min(1).max(12).default(4),
        as: Person.optional(),
      }),
    )
    .query(async ({ ctx, input: { planId, version, periods, as } }) => {
      const { whole } = await wholeBooks(ctx);
      const made = await whole.write(async (tx) => {
        const state = await loadPay(tx);
        const nobody = await payReaderIn(tx, null, ctx.acting.at);
        const reader = as === undefined ? null : nobody.memberOf(as);
        if (as !== undefined && reader === null)
          throw new Failure("not_found", `No member is known as ${as}`);
        const door = await payReaderIn(tx, reader, ctx.acting.at);
        const latest = Math.max(
          0,
          ...state.plans.flatMap(({ plan }) => (plan.id === planId ? [plan.version] : [])),
        );
        const asked = { planId, version: version ?? latest, periods };
        return backTestOf({ tx, door, acting: ctx.acting, state, onBehalfOf: reader }, asked);
      });
      return wire(made);
    }),
};
