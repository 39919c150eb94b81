import { Failure } from "@termwise/core/kernel";
import { Command, Option } from "commander";
import { readEnv } from "../env.ts";
import { reach } from "./access.ts";
import { backTestAnswer, statementAnswer } from "./comp-answers.ts";
import { print } from "./print.ts";

interface Form {
  readonly json?: boolean;
  readonly csv?: boolean;
}

interface StatementOptions extends Form {
  readonly period: string;
  readonly as?: string;
  readonly explain?: boolean;
}

interface BackTestOptions extends Form {
  readonly version?: string;
  readonly periods?: string;
  readonly as?: string;
}

function countFrom(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new Failure("bad_input", `${option} takes a whole number from 1 on, not "${text}"`);
}

const json = () => new Option("--json", "print JSON").conflicts("csv");
const onBehalf = "on behalf of this member, who has to be allowed to read the pay";

function statementCommand(): Command {
  return new Command("statement")
    .description("tell what somebody earned in a period, line by line")
    .argument("<person>", "the name accounts call them by")
    .requiredOption("--period <period>", "a period of their plan, such as 2026-Q3")
    .option("--as <member>", `read ${onBehalf}; the person themselves if not set`)
    .option("--explain", "add the way of every line, from its source down to the clause of the plan")
    .addOption(json())
    .addOption(new Option("--csv", "print CSV: a row for each line"))
    .action(async (person: string, { period, as, explain, ...form }: StatementOptions) => {
      const access = await reach(readEnv(process.env));
      try {
        const asked = { person, period, ...(as !== undefined && { as }) };
        const statement = await access.api.comp.statementFor.query(asked);
        print(statementAnswer(statement, explain === true), form);
      } finally {
        await access.close();
      }
    });
}

function backTestCommand(): Command {
  return new Command("backtest")
    .description("tell what a plan would have cost over the last closed periods")
    .argument("<plan>", "the plan's id")
    .option("--version <number>", "which version; the latest if not set")
    .option("--periods <number>", "how many closed periods; 4 if not set")
    .option(
      "--as <member>",
      `name winners and losers ${onBehalf}; without it only totals that tell nobody's pay`,
    )
    .addOption(json())
    .addOption(new Option("--csv", "print CSV: a row for each person"))
    .action(async (planId: string, options: BackTestOptions) => {
      const [version, periods] = [
        countFrom("--version", options.version),
        countFrom("--periods", options.periods),
      ];
      const access = await reach(readEnv(process.env));
      try {
        const tested = await access.api.comp.backtestFor.query({
          planId,
          ...(version !== undefined && { version }),
          ...(periods !== undefined && { periods }),
          ...(options.as !== undefined && { as: options.as }),
        });
        print(backTestAnswer(tested), options);
      } finally {
        await access.close();
      }
    });
}

/** `termwise comp`: statements and back-tests. Pay is read on behalf of a member, and the audit log is told. */
export function compCommand(): Command {
  return new Command("comp")
    .description("tell what was earned and why, and what a plan would have cost")
    .addCommand(statementCommand())
    .addCommand(backTestCommand());
}
