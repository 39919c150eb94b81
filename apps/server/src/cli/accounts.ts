import { Failure } from "@termwise/core/kernel";
import { Command, Option } from "commander";
import { readEnv } from "../env.ts";
import { type Access, reach } from "./access.ts";
import { findAccount } from "./find-account.ts";

interface MergeOptions {
  readonly reason: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** What merging two accounts does, before it is done. */
async function toldBefore({ api }: Access, pair: { accountId: string; intoId: string }): Promise<string[]> {
  const { account, into, closes } = await api.accounts.together.query(
    pair as Parameters<typeof api.accounts.together.query>[0],
  );
  const named = ({ name, accountId, externalIds }: typeof account) =>
    `${name} (${[accountId, ...externalIds].join(", ")})`;
  return [
    `${named(account)} would be read as ${named(into)}, for all time.`,
    "Total ARR stays the same on every day; churn of one and new of the other are neither any more.",
    ...(closes.length === 0
      ? []
      : [
          `Closed periods it may restate: ${closes.map(({ number, text }) => `No. ${number} (${text})`).join(", ")}. What was reported stays.`,
        ]),
    "A merge cannot be taken back.",
  ];
}

/** `termwise accounts merge`: records that two accounts are one customer. */
export function accountsCommand(): Command {
  const command = new Command("accounts").description("record that two accounts are one customer");
  command
    .command("merge")
    .description("everything of one account is read as another's, for all time; it cannot be taken back")
    .argument(
      "<account>",
      "the account that is no customer of its own: its id, another system's id, or its name",
    )
    .argument("<into>", "the account it is part of, named likewise")
    .requiredOption("--reason <text>", "why they are one; it stands on the account as a note")
    .option("--yes", "do it; left out, it is only told what would be done")
    .addOption(new Option("--json", "as JSON"))
    .action(async (account: string, into: string, { reason, yes, json }: MergeOptions) => {
      const access = await reach(readEnv(process.env));
      try {
        const [from, to] = [await findAccount(access, account), await findAccount(access, into)];
        const pair = { accountId: from.accountId, intoId: to.accountId };
        if (from.accountId === to.accountId)
          throw new Failure("refused", `"${account}" and "${into}" are one customer already`);
        if (yes !== true) {
          const told = await toldBefore(access, pair);
          console.log(json ? JSON.stringify({ done: false, told }) : told.join("\n"));
          if (!json) console.log("Nothing was done. Add --yes to merge them.");
          return;
        }
        const done = await access.api.accounts.merge.mutate({ ...pair, reason });
        console.log(
          json ? JSON.stringify({ done: true, ...done }) : `${from.name} is merged into ${to.name}`,
        );
      } finally {
        await access.close();
      }
    });
  return command;
}
