import { Command } from "commander";
import { readEnv } from "../env.ts";
import { reach } from "./access.ts";

/** `termwise rebuild`: computes derived state afresh from the facts. */
export function rebuildCommand(): Command {
  return new Command("rebuild")
    .description("throw derived state away and compute it afresh from the facts")
    .action(async () => {
      const access = await reach(readEnv(process.env));
      try {
        const { bytes } = await access.post<{ bytes: number }>("/api/local/rebuild", {});
        console.log(`Rebuilt from the facts in ${access.where}: ${bytes} bytes of derived state`);
      } finally {
        await access.close();
      }
    });
}
