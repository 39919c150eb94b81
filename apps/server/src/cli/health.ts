import { Day, Failure } from "@termwise/core/kernel";
import { Command, Option } from "commander";
import { readEnv } from "../env.ts";
import { reach } from "./access.ts";
import { findAccount } from "./find-account.ts";
import { backTestAnswer, healthAnswer } from "./health-answer.ts";
import { print } from "./print.ts";

interface Form {
  readonly json?: boolean;
  readonly csv?: boolean;
}

function weekFrom(text: string): Day | "today" {
  if (text === "today") return text;
  const read = Day.safeParse(text);
  if (read.success) return read.data;
  throw new Failure(
    "bad_input",
    `--week takes the last day of a week such as 2026-11-22, or today, not "${text}"`,
  );
}

/** `termwise health ACCOUNT`: the score of an account at the end of a week, and what it is made of. */
export function healthCommand(): Command {
  return new Command("health")
    .description("tell the health of an account at the end of a week, and what it is made of")
    .argument("<account>", "its id, the id another system has for it, or its name")
    .option("--week <day>", "the last day of a week, or `today`; the last week that was measured if not set")
    .option("--explain", "add every component with its reading, its inputs and its points")
    .addOption(new Option("--json", "print JSON").conflicts("csv"))
    .addOption(new Option("--csv", "print CSV: a row for each component"))
    .action(async (asked: string, options: Form & { week?: string; explain?: boolean }) => {
      const week = options.week === undefined ? undefined : weekFrom(options.week);
      const access = await reach(readEnv(process.env));
      try {
        const { accountId, name } = await findAccount(access, asked);
        const told = await access.api.health.explain.query({ accountId, ...(week && { week }) });
        print(healthAnswer(name, told, options.explain === true), options);
      } finally {
        await access.close();
      }
    });
}

/** `termwise replay-health`: runs a health model over history and holds it against what became of renewals. */
export function replayHealthCommand(): Command {
  return new Command("replay-health")
    .description(
      "run a health model over two years of renewals and tell how well it told who left; stores nothing",
    )
    .option("--model <id>", "a model; the models in force if not set")
    .option("--model-version <number>", "a version of it; 0, as shipped, if not set")
    .addOption(new Option("--json", "print JSON").conflicts("csv"))
    .addOption(new Option("--csv", "print CSV: a row for each band"))
    .action(async (options: Form & { model?: string; modelVersion?: string }) => {
      const version = Number(options.modelVersion ?? 0);
      if (!Number.isInteger(version) || version < 0)
        throw new Failure("bad_input", `--model-version takes a whole number, not "${options.modelVersion}"`);
      const access = await reach(readEnv(process.env));
      try {
        const asked = options.model === undefined ? {} : { model: options.model, version };
        print(backTestAnswer(await access.api.health.backtest.query(asked)), options);
      } finally {
        await access.close();
      }
    });
}
