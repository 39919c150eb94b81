import { z } from "zod";
import { Day, Failure } from "../kernel/index.ts";
import { buildStatement, type StatementDraft } from "./build-statement.ts";
import { Deal, Loss } from "./deal.ts";
import { StatementInputs, sumOf } from "./statement.ts";
import { Minor, Named, Percent } from "./written.ts";

const otherDay = Day.nullable().optional();

/** What a simulation supposes: other closes, splits, deals and losses, and what accounts of the book end with. */
export const PayScenario = z.strictObject({
  deals: z
    .array(
      z.strictObject({
        dealId: Named,
        signedOn: otherDay,
        effectiveOn: otherDay,
        invoicedOn: otherDay,
        paidOn: otherDay,
        amount: Minor.optional(),
        split: z.array(z.strictObject({ person: Named, percent: Percent })).optional(),
      }),
    )
    .default([]),
  moreDeals: z.array(Deal).default([]),
  losses: z.array(Loss).default([]),
  /** By account of the book: its ARR at the close of the period, 0 for one that is lost. */
  closings: z.record(Named, Minor).default({}),
  /** By deal of a cohort: what is left of it when it is measured. */
  matured: z.record(z.string(), Minor).default({}),
});
/** What a simulation supposes. */
export type PayScenario = z.infer<typeof PayScenario>;

/** What one component pays now and in a scenario, in whole minor units. */
export interface SimulatedPart {
  readonly component: string;
  readonly name: string;
  readonly now: bigint;
  readonly scenario: bigint;
}

/** A simulation: it is not a statement, and nothing is written. */
export interface Simulation {
  readonly now: StatementDraft;
  readonly scenario: StatementDraft;
  readonly parts: readonly SimulatedPart[];
  /** Scenario less now. */
  readonly difference: bigint;
  /** Commission that a loss on the next day would take back, now and in the scenario. */
  readonly atRisk: { readonly now: bigint; readonly scenario: bigint };
}

function supposed(inputs: StatementInputs, scenario: PayScenario): StatementInputs {
  const known = new Set(inputs.deals.map(({ dealId }) => dealId));
  const unknown = scenario.deals.find(({ dealId }) => !known.has(dealId));
  if (unknown)
    throw new Failure("not_found", `The scenario changes a deal that there is not: ${unknown.dealId}.`);
  const deals = inputs.deals.map((deal) => {
    const other = scenario.deals.find(({ dealId }) => dealId === deal.dealId) ?? {};
    return Deal.parse({
      ...deal,
      ...Object.fromEntries(Object.entries(other).filter(([, v]) => v !== undefined)),
    });
  });
  const book = inputs.books[inputs.period]?.map((account) => ({
    ...account,
    closing: scenario.closings[account.account] ?? account.closing,
  }));
  return {
    ...inputs,
    deals: [...deals, ...scenario.moreDeals],
    losses: [...inputs.losses, ...scenario.losses],
    books: book ? { ...inputs.books, [inputs.period]: book } : inputs.books,
    matured: inputs.matured.map((deal) => ({
      ...deal,
      closing: scenario.matured[deal.dealId] ?? deal.closing,
    })),
  };
}

/**
 * What a statement would come to under a scenario, beside what it comes to now, by component. Pure: the inputs stay as they
 * are. Throws `bad_input` for a scenario that cannot be read, and `not_found` for one about a deal that there is not.
 */
export function simulate(given: unknown, scenario: unknown): Simulation {
  const inputs = readOr(StatementInputs, given);
  const now = buildStatement(inputs);
  const then = buildStatement(supposed(inputs, readOr(PayScenario, scenario)));
  const names = new Map(inputs.assignment.plan.components.map(({ id, name }) => [id, name]));
  const ids = [
    ...new Set([
      ...names.keys(),
      ...[now, then].flatMap(({ statement }) => statement.lines.map(({ component }) => component)),
    ]),
  ];
  const of = ({ statement }: StatementDraft, id: string) =>
    sumOf(statement.lines.filter(({ component }) => component === id));
  const risk = ({ exposed }: StatementDraft) => exposed.reduce((sum, { atRisk }) => sum + atRisk, 0n);
  return {
    now,
    scenario: then,
    parts: ids.map((id) => ({
      component: id,
      name: names.get(id) ?? id,
      now: of(now, id),
      scenario: of(then, id),
    })),
    difference: BigInt(then.statement.total) - BigInt(now.statement.total),
    atRisk: { now: risk(now), scenario: risk(then) },
  };
}

function readOr<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const read = schema.safeParse(given);
  if (!read.success) throw new Failure("bad_input", z.prettifyError(read.error));
  return read.data;
}
