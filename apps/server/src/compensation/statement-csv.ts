import { clauseOf } from "@termwise/core/compensation";
import { type Currency, money, moneyText } from "@termwise/core/kernel";
import { csvText } from "../ingest/write-csv.ts";
import { accountNames } from "./account-names.ts";
import type { PaySources } from "./assemble.ts";
import type { HeldStatement } from "./pay-state.ts";
import { contentOf } from "./statement-content.ts";
import { statusOf } from "./statement-view.ts";

const told = (minor: string | null, currency: Currency): string | null =>
  minor === null ? null : moneyText(money(BigInt(minor), currency));

const columns = [
  "statement",
  "revision",
  "status",
  "person",
  "period",
  "line",
  "kind",
  "clause",
  "for_period",
  "on",
  "account",
  "deal",
  "credited",
  "percent",
  "amount",
  "currency",
  "cause",
  "arithmetic",
];

/** A statement as a file: a line for each of its lines, and one for the total. */
export function statementCsv({ state, books }: Pick<PaySources, "state" | "books">, held: HeldStatement) {
  const { statement } = contentOf(held);
  const { plan } = statement.assignment;
  const names = accountNames(books);
  const head = [String(held.number), String(held.revision), statusOf(state, held), held.person, held.period];
  const rows = statement.lines.map((line) => [
    ...head,
    line.lineId,
    line.kind,
    clauseOf(plan, line.component),
    line.forPeriod,
    line.on,
    line.account && names.nameOf(line.account),
    line.dealId,
    told(line.credited, plan.currency),
    line.percent,
    told(line.amount, plan.currency),
    plan.currency,
    line.cause && names.inText(line.cause),
    names.inText(line.trace.arithmetic),
  ]);
  const total = [
    ...head,
    "Total",
    ...Array<null>(8).fill(null),
    told(statement.total, plan.currency),
    plan.currency,
    null,
    null,
  ];
  return { name: `statement-${held.number}-${held.period}.csv`, csv: csvText(columns, [...rows, total]) };
}

/** What is to be paid out for a period: a line for each published statement, and the control total they add up to. */
export function payrollCsv(statements: readonly HeldStatement[], period: string) {
  const rows = statements.map((held) => {
    const { statement } = contentOf(held);
    return { held, total: BigInt(statement.total), currency: statement.assignment.plan.currency };
  });
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  const control = currencies.map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    return { currency, statements: own.length, total: own.reduce((sum, { total }) => sum + total, 0n) };
  });
  const lines = rows.map(({ held, total, currency }) => [
    held.person,
    period,
    String(held.number),
    held.hash,
    told(String(total), currency),
    currency,
  ]);
  const totals = control.map(({ currency, statements: count, total }) => [
    "Control total",
    period,
    String(count),
    null,
    told(String(total), currency),
    currency,
  ]);
  return {
    name: `payroll-${period}.csv`,
    control,
    csv: csvText(["person", "period", "statement", "hash", "amount", "currency"], [...lines, ...totals]),
  };
}
