import { Day, Failure } from "@termwise/core/kernel";
import { Command, Option } from "commander";
import { readEnv } from "../env.ts";
import { reach } from "./access.ts";
import { findAccount } from "./find-account.ts";
import { standingAnswer } from "./lifecycle-answer.ts";
import { print } from "./print.ts";

interface Options {
  readonly asOf?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
}

function dayFrom(text: string): Day {
  const read = Day.safeParse(text);
  if (read.success) return read.data;
  throw new Failure("bad_input", `--as-of takes a day such as 2026-09-30, not "${text}"`);
}

/** `termwise lifecycle ACCOUNT`: where an account stands on evidence, today or on a day in the past. */
export function lifecycleCommand(): Command {
  return new Command("lifecycle")
    .description("tell where an account stands on evidence, since when, and what is missing")
    .argument("<account>", "its id, the id another system has for it, or its name")
    .option("--as-of <day>", "as evidence stood on that day, under the rules in force then; today if not set")
    .option("--explain", "add every gate with its clauses and evidence, the rules, and the ways it has come")
    .addOption(new Option("--json", "print JSON").conflicts("csv"))
    .addOption(new Option("--csv", "print CSV: a row for each clause of each gate"))
    .action(async (asked: string, options: Options) => {
      const on = options.asOf === undefined ? undefined : dayFrom(options.asOf);
      const access = await reach(readEnv(process.env));
      try {
        const { accountId, name } = await findAccount(access, asked);
        const standing = await access.api.lifecycle.account.query({ accountId, ...(on && { on }) });
        print(standingAnswer(name, standing, options.explain === true), options);
      } finally {
        await access.close();
      }
    });
}
