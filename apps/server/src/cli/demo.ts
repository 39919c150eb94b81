import { Command } from "commander";
import { readEnv } from "../env.ts";
import { reach } from "./access.ts";

/** `termwise demo load|remove`: the demo company. */
export function demoCommand(): Command {
  const command = new Command("demo").description("load or remove the demo company");
  const run = async (what: "loadDemo" | "removeDemo", done: string) => {
    const access = await reach(readEnv(process.env));
    try {
      await access.api.workspace[what].mutate();
      console.log(done);
    } finally {
      await access.close();
    }
  };
  command
    .command("load")
    .description("fill an empty workspace with the demo company")
    .action(() => run("loadDemo", "The demo company is loaded"));
  command
    .command("remove")
    .description("remove the demo company; your own data can be imported then")
    .action(() =>
      run("removeDemo", "The demo company is removed. Import your own exports: termwise import FILE..."),
    );
  return command;
}
