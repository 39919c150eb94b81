import { Command } from "commander";
import { readEnv } from "../env.ts";
import { reach } from "./access.ts";

/** `termwise workspace list|create`: the workspaces of an installation, each one company's data. */
export function workspaceCommand(): Command {
  const command = new Command("workspace").description("list and create workspaces, each one company's data");
  command
    .command("list")
    .description("every workspace with its id, the oldest first")
    .action(async () => {
      const access = await reach(readEnv(process.env));
      const found = await access.api.workspaces.list.query().finally(access.close);
      for (const { id, name, demo } of found) console.log(`${id}  ${name}${demo ? "  (demo company)" : ""}`);
    });
  command
    .command("create")
    .description("make a workspace; invite its first admin next")
    .argument("<name>", "what it is called; no two are called the same")
    .action(async (name: string) => {
      const access = await reach(readEnv(process.env));
      await access.api.workspaces.create.mutate({ name }).finally(access.close);
      console.log(
        `Created. Invite its first admin: TERMWISE_WORKSPACE='${name.replaceAll("'", "'\\''")}' npm run termwise -- people invite MAIL --role workspace_admin`,
      );
    });
  return command;
}
