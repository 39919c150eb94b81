import { dimensions } from "@termwise/core/facts";
import { Failure } from "@termwise/core/kernel";
import { Command, Option } from "commander";
import { readEnv } from "../env.ts";
import { type Access, reach } from "./access.ts";
import { closesAnswer, restatementAnswer, shownAnswer } from "./period-answers.ts";
import { type Answer, print } from "./print.ts";

interface Form {
  readonly json?: boolean;
  readonly csv?: boolean;
}

interface ShowOptions extends Form {
  readonly trailing?: boolean;
  readonly by?: string;
  readonly value?: string;
  readonly restated?: boolean;
}

async function answered(of: (access: Access) => Promise<Answer>, form: Form): Promise<void> {
  const access = await reach(readEnv(process.env));
  try {
    print(await of(access), form);
  } finally {
    await access.close();
  }
}

const inForms = (command: Command): Command =>
  command
    .addOption(new Option("--json", "print JSON").conflicts("csv"))
    .addOption(new Option("--csv", "print CSV"));

function numberOf(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Failure("bad_input", `"${text}" is not the number of a close. See termwise period list`);
  return number;
}

const dimensionOf = (text: string) => {
  const found = dimensions.find((dimension) => dimension === text);
  if (!found) throw new Failure("bad_input", `--by takes ${dimensions.join(", ")}`);
  return found;
};

/** The view of a close that is asked for. */
function viewOf(number: string, { trailing, by, value }: ShowOptions) {
  return {
    number: numberOf(number),
    window: trailing === true ? ("trailing" as const) : ("period" as const),
    ...(by === undefined ? {} : { by: dimensionOf(by), value: value ?? "" }),
  };
}

/** A close or a reopening that was made, in words. */
const made = (json: unknown, text: string): Answer => ({
  json,
  csv: { header: ["text"], rows: [[text]] },
  text: [text],
});

function listCommand(): Command {
  return inForms(new Command("list").description("every close: as reported, and as told now")).action(
    (form: Form) => answered(closesAnswer, form),
  );
}

function showCommand(): Command {
  return inForms(
    new Command("show")
      .description("what a close froze, or with --restated why it differs from what is told now")
      .argument("<number>", "the number of the close")
      .option("--trailing", "the twelve months to its end, not the period itself")
      .option("--by <dimension>", "one value of a dimension the close was broken down by")
      .option("--value <value>", "that value; left out, accounts without one")
      .option("--restated", "the bridge from reported to told now, by cause and account"),
  ).action((number: string, options: ShowOptions) =>
    answered(
      (access) =>
        options.restated === true
          ? restatementAnswer(access, viewOf(number, options))
          : shownAnswer(access, viewOf(number, options)),
      options,
    ),
  );
}

function closeCommand(): Command {
  return inForms(
    new Command("close")
      .description("freeze a period that is over and comes next")
      .argument("<period>", "2026-09, 2026-Q3, FY2026")
      .option("--by <dimensions...>", "dimensions to break it down by (default: segment)"),
  ).action((period: string, { by, ...form }: Form & { by?: string[] }) =>
    answered(async ({ api }) => {
      const { checks } = await api.periods.check.query({ period });
      const closed = await api.periods.close.mutate({
        period,
        ...(by === undefined ? {} : { dimensions: by.flatMap((text) => text.split(",")).map(dimensionOf) }),
      });
      const look = checks.filter(({ state }) => state === "look").map(({ text }) => `Look: ${text}`);
      const text = `${period} is closed as No. ${closed.number}, with everything recorded up to ${closed.recorded}. SHA-256 ${closed.hash}`;
      return { ...made(closed, text), text: [...look, text] };
    }, form),
  );
}

function reopenCommand(): Command {
  return inForms(
    new Command("reopen")
      .description("reopen the latest close; what it froze stays readable")
      .argument("<number>", "the number of the close")
      .requiredOption("--reason <reason>", "why"),
  ).action((number: string, { reason, ...form }: Form & { reason: string }) =>
    answered(async ({ api }) => {
      const act = await api.periods.reopen.mutate({ number: numberOf(number), reason });
      return made(act, `No. ${number} is reopened as No. ${act.number}`);
    }, form),
  );
}

function verifyCommand(): Command {
  return inForms(
    new Command("verify")
      .description("hash what a close froze anew")
      .argument("<number>", "the number of the close"),
  ).action((number: string, form: Form) =>
    answered(async ({ api }) => {
      const found = await api.periods.verify.query({ number: numberOf(number) });
      if (!found.holds)
        throw new Failure(
          "refused",
          `No. ${number} does not hold: on record is ${found.hash}, what is stored hashes to ${found.found}${found.follows ? "" : ", and it does not follow the close before it"}`,
        );
      return made(found, `No. ${number} holds: SHA-256 ${found.hash}`);
    }, form),
  );
}

/** `termwise period`: lists, shows, closes, reopens and verifies closed periods. */
export function periodCommand(): Command {
  return new Command("period")
    .description("close periods, and tell what was reported and what is told now")
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(closeCommand())
    .addCommand(reopenCommand())
    .addCommand(verifyCommand());
}
