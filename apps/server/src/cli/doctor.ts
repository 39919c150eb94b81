import { Command } from "commander";
import { readEnv } from "../env.ts";
import { type Access, reach } from "./access.ts";

/** Whether the ARR bridge of the last twelve months closes; where it cannot be told (a rate is missing), why not. */
async function bridgeCloses({ api }: Access): Promise<[holds: boolean, told: string]> {
  try {
    const { unexplained, opensOn, closesOn } = await api.retention.bridge.query({});
    return unexplained === "0"
      ? [true, `closes from ${opensOn} to ${closesOn}`]
      : [false, `${unexplained} minor units are unexplained`];
  } catch (error) {
    return [false, error instanceof Error ? error.message : "cannot be told"];
  }
}

/** `termwise doctor`: says whether everything is in order, a line per check. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("check the installation and the data, a line per check")
    .action(async () => {
      const checks: [name: string, holds: boolean, told: string][] = [];
      const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
      checks.push(["Node.js", major > 20 || (major === 20 && minor >= 19), process.versions.node]);
      const env = readEnv(process.env);
      const access = await reach(env);
      try {
        checks.push(["Database", true, access.where]);
        const ready = JSON.parse(await access.get("/readyz")) as { ready: boolean };
        checks.push([
          "Schema",
          ready.ready,
          ready.ready ? "up to date" : "behind; run `termwise db migrate`",
        ]);
        const workspace = await access.api.workspace.get.query();
        const { counts } = workspace;
        checks.push([
          "Data",
          true,
          workspace.empty
            ? "none yet; run `termwise import FILE...`"
            : `${counts.accounts} accounts, ${counts.lines} contract lines, ${counts.movements} movements${workspace.demo ? " (demo)" : ""}`,
        ]);
        if (counts.lines > 0) checks.push(["ARR bridge", ...(await bridgeCloses(access))]);
      } finally {
        await access.close();
      }
      for (const [name, holds, told] of checks)
        console.log(`${holds ? "ok  " : "FAIL"}  ${name.padEnd(11)} ${told}`);
      if (checks.some(([, holds]) => !holds)) process.exitCode = 1;
    });
}
