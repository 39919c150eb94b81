import { type Currency, money, moneyText } from "@termwise/core/kernel";
import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "../router.ts";
import { type Answer, listing } from "./print.ts";

type Outputs = inferRouterOutputs<AppRouter>["comp"];
/** A statement as the API tells it. */
export type ToldStatement = Outputs["statementFor"];
/** A back-test as the API tells it. */
export type ToldBackTest = Outputs["backtestFor"];

const amount = (minor: string, currency: string): string =>
  `${currency} ${moneyText(money(BigInt(minor), currency as Currency))}`;

const states = {
  draft: "draft",
  reviewed: "reviewed",
  published: "published",
  disputed: "published, disputed",
  paid: "paid",
} as const;

/** A statement in the three forms a command can print; explained, with the way of every line. */
export function statementAnswer(statement: ToldStatement, explain: boolean): Answer {
  const { person, period, number, revision, plan, currency, lines, total, exposed, open } = statement;
  const told = (minor: string) => amount(minor, currency);
  return {
    json: statement,
    csv: {
      header: ["line", "kind", "clause", "for_period", "account", "credited", "amount", "currency", "cause"],
      rows: lines.map((line) => [
        line.lineId,
        line.kind,
        line.clause,
        line.forPeriod,
        line.account,
        line.credited,
        line.amount,
        currency,
        line.cause,
      ]),
    },
    text: [
      `${person}, ${period.text}: ${told(total)}\nStatement ${number}, draft ${revision}, ${states[statement.status]}. ${plan.name}, version ${plan.version}`,
      lines.length === 0
        ? "It has no line."
        : listing(
            ["Line", "Account", "Clause", "Amount"],
            3,
            lines.map((line) => [line.kind, line.account ?? "", line.clause, told(line.amount)]),
          ),
      ...(exposed.length === 0
        ? []
        : [
            `May still be taken back:\n${listing(
              ["Account", "Safe on", "Paid", "At risk"],
              2,
              exposed.map((one) => [one.account, one.safeOn, told(one.paid), told(one.atRisk)]),
            )}`,
          ]),
      ...(open.length === 0 ? [] : [`Earlier periods that are not closed: ${open.join(", ")}.`]),
      ...(statement.differs === null ? [] : [`It is not what its inputs give: ${statement.differs}`]),
      ...(explain ? lines.map((line) => explained(line, told)) : []),
    ],
  };
}

function explained(line: ToldStatement["lines"][number], told: (minor: string) => string): string {
  const steps = line.steps.map(({ step, text }) => `  ${step}: ${text}`);
  return [`${line.lineId}: ${told(line.amount)}`, ...steps].join("\n");
}

/** A back-test in the three forms a command can print. */
export function backTestAnswer(tested: ToldBackTest): Answer {
  const { plan, periods, people, totals, spread, readable } = tested;
  const told = (minor: string) => amount(minor, plan.currency);
  const all = [...readable.winners, ...readable.losers, ...readable.unchanged];
  return {
    json: tested,
    csv: {
      header: ["person", "paid", "would", "currency"],
      rows: all.map((one) => [one.person, one.paid, one.would, plan.currency]),
    },
    text: [
      `${plan.name}, version ${plan.version}, over ${periods.length === 0 ? "no closed period" : periods.join(", ")}: ${people} ${people === 1 ? "person" : "people"}`,
      totals === null
        ? "Totals are not shown: so few people are left whose pay is not yours to read that a total would tell it."
        : `Paid ${told(totals.paid)}, it would have been ${told(totals.would)}`,
      ...(spread?.least == null || spread.most === null
        ? []
        : [`Of one person the least ${told(spread.least)}, the most ${told(spread.most)}`]),
      ...(all.length === 0
        ? []
        : [
            listing(
              ["Person", "Paid", "Would have been", "Difference"],
              1,
              all.map((one) => [
                one.person,
                told(one.paid),
                told(one.would),
                told(String(BigInt(one.would) - BigInt(one.paid))),
              ]),
            ),
          ]),
    ],
  };
}
