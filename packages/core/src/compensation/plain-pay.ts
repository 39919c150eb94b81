import type { z } from "zod";
import {
  addMonths,
  Currency,
  day,
  money,
  moneyText,
  monthOf,
  parsePeriod,
  quarterOf,
} from "../kernel/index.ts";
import { buildStatement } from "./build-statement.ts";
import type { ClawbackRule } from "./plan.ts";
import { CompensationPolicy } from "./policy.ts";
import { nrrCompPlan } from "./presets.ts";
import type { Statement } from "./statement.ts";

/** A seller's deals in few words, in dollars: what was closed when, what was lost, and what was left after twelve months. */
export interface PayCase {
  /** Commission in per cent of ARR. */
  readonly rate: string;
  readonly policy?: Partial<CompensationPolicy>;
  readonly deals: readonly {
    readonly account: string;
    /** ARR in whole minor units. */
    readonly arr: string;
    readonly on: string;
    /** ARR twelve months later; left out, it is not known yet. */
    readonly after?: string;
  }[];
  readonly lost?: readonly { readonly account: string; readonly on: string }[];
  /** The last quarter a statement is closed for. */
  readonly through: string;
}

/** What was paid at a close, and a loss; by the house's choices, or by a method of its own. */
export interface ClawbackCase {
  readonly paid: string;
  readonly closedOn: string;
  readonly lostOn: string;
  readonly policy?: Partial<CompensationPolicy>;
  readonly method?: z.input<typeof ClawbackRule>["method"];
}

/** Accounts closed a year ago, some of them alike, and the bonus. */
export interface BonusCase {
  readonly amount: string;
  readonly policy?: Partial<CompensationPolicy>;
  readonly accounts: readonly {
    readonly times: number;
    readonly first: string;
    readonly renewed: string | null;
  }[];
}

/** A lead as it was put on record, and the day it is looked at. */
export interface LeadCase {
  readonly lead: unknown;
  readonly on: string;
}

const seller = "Ravi Menon";

/** The statements of a plain case, quarter by quarter, each closed before the next. */
export function statementsOf({ rate, policy = {}, deals, lost = [], through }: PayCase): Statement[] {
  const from = deals.map(({ on }) => on).sort()[0] ?? parsePeriod(through).from;
  const plan = nrrCompPlan(CompensationPolicy.parse(policy), {
    id: "ae",
    name: "Plan for AEs",
    currency: "USD",
    from,
    rate,
  });
  const given = {
    person: seller,
    assignment: { person: seller, plan, from },
    deals: deals.map(({ account, arr, on }) => ({
      dealId: account,
      account,
      kind: "new",
      amount: arr,
      currency: "USD",
      signedOn: on,
      closer: { name: seller, role: "ae" },
      ref: account,
    })),
    losses: lost.map(({ account, on }) => ({ lossId: account, trigger: "churn", account, on, ref: account })),
    matured: deals.flatMap(({ account, arr, on, after }) =>
      after === undefined
        ? []
        : [
            {
              dealId: account,
              account,
              opening: arr,
              closing: after,
              measuredOn: addMonths(day(on), 12),
            },
          ],
    ),
  };
  const earlier: Statement[] = [];
  const last = parsePeriod(through).from;
  for (let on = day(from); on <= last || quarterOf(monthOf(on)) === through; on = addMonths(on, 3))
    earlier.push(
      buildStatement({ ...given, period: quarterOf(monthOf(on)), earlier: [...earlier] }).statement,
    );
  return earlier;
}

/** The lines of a plain case, each by its quarter, kind, account and amount. */
export function linesOfPayCase(given: PayCase): string[] {
  const currency = Currency.parse("USD");
  return statementsOf(given).flatMap(({ period, lines }) =>
    lines.map(({ kind, account, amount }) =>
      [period.text, kind, account ?? "", moneyText(money(BigInt(amount), currency))]
        .filter(Boolean)
        .join(" "),
    ),
  );
}
