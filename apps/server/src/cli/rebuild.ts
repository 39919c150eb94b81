import { Command } from "commander";
import { readEnv } from "../env.ts";
import { reach } from "./access.ts";
import { progressOn } from "./progress.ts";

/** `termwise rebuild`: computes derived state afresh from the facts. */
export function rebuildCommand(): Command {
  return new Command("rebuild")
    .description("throw derived state away and compute it afresh from the facts")
    .action(async () => {
      const progress = progressOn(process.stderr);
      progress.say("Rebuilding from the facts");
      try {
        const access = await reach(readEnv(process.env));
        const { bytes } = await access.rebuild().finally(access.close);
        progress.end();
        console.log(`Rebuilt from the facts in ${access.where}: ${bytes} bytes of derived state`);
      } finally {
        progress.end();
      }
    });
}
