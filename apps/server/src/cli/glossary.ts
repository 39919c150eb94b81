import { checkedGlossary } from "@termwise/core/governance";
import { Command, Option } from "commander";
import { glossaryFormats } from "../definitions/glossary-files.ts";
import { readEnv } from "../env.ts";
import { type Access, reach } from "./access.ts";
import { faultsAnswer, listAnswer, termAnswer } from "./glossary-answers.ts";
import { print } from "./print.ts";

interface Form {
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** `termwise glossary list|show|export|check`: the words of the company, as they are in force in a workspace. */
export function glossaryCommand(): Command {
  const command = new Command("glossary").description(
    "list, show and export the definitions in force, and check the glossary",
  );
  command
    .command("list")
    .description("every term in a line")
    .argument("[words...]", "only terms that answer these words: a name, abbreviation or synonym, or nearly")
    .addOption(new Option("--json", "print JSON").conflicts("csv"))
    .addOption(new Option("--csv", "print CSV"))
    .action((words: string[], form: Form) =>
      within(async (access) => print(await listAnswer(access, words.join(" ")), form)),
    );
  command
    .command("show")
    .description("one term in full: what it says, counts and is not, its worked examples, its disputes")
    .argument("<term...>", "its id, name, abbreviation or alias")
    .option("--json", "print JSON")
    .action((term: string[], { json }: Form) =>
      within(async (access) => print(await termAnswer(access, term.join(" ")), json ? { json } : {})),
    );
  command
    .command("export")
    .description("print all definitions in force as a file; json and csv can be imported again")
    .addOption(
      new Option("--format <format>", "the form of the file").choices(glossaryFormats).makeOptionMandatory(),
    )
    .action(({ format }: { format: (typeof glossaryFormats)[number] }) =>
      within(async ({ api }) => {
        process.stdout.write((await api.glossary.export.query({ format })).text);
      }),
    );
  command
    .command("check")
    .description(
      "run every worked example, follow every link, look at names and anchors; exit code 1 when something does not hold",
    )
    .option("--json", "print JSON")
    .action(({ json }: Form) => {
      const checked = checkedGlossary();
      if (checked.faults.length > 0) process.exitCode = 1;
      print(faultsAnswer(checked), json ? { json } : {});
    });
  return command;
}

async function within(work: (access: Access) => Promise<void>): Promise<void> {
  const access = await reach(readEnv(process.env));
  await work(access).finally(access.close);
}
