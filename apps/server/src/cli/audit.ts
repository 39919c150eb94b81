import { writeFileSync } from "node:fs";
import { Failure } from "@termwise/core/kernel";
import { Command } from "commander";
import { readEnv } from "../env.ts";
import { type Access, reach } from "./access.ts";

/** `termwise audit verify|export`: whether the audit log is whole, and a copy of it. */
export function auditCommand(): Command {
  const command = new Command("audit").description("verify and export the audit log");
  command
    .command("verify")
    .description("recompute the log's chain of hashes; exit code 1 when an entry does not fit")
    .option(
      "--noted <seq:hash>",
      "an entry noted earlier: finds an end that was cut off, or a log rewritten whole",
    )
    .option("--json", "as JSON")
    .action(({ noted, json }: { noted?: string; json?: boolean }) =>
      within(async ({ api }) => {
        const verdict = await api.audit.verify.query(noted === undefined ? undefined : witnessOf(noted));
        if (!verdict.ok) process.exitCode = 1;
        if (json) console.log(JSON.stringify(verdict));
        else if (verdict.ok)
          console.log(
            `The audit log is whole: ${verdict.count} ${verdict.count === 1 ? "entry" : "entries"}. Note this outside the store: ${verdict.count}:${verdict.lastHash}`,
          );
        else
          console.error(
            `The audit log fits up to entry ${verdict.count}. Entry ${verdict.seq}: ${verdict.why}`,
          );
      }),
    );
  command
    .command("export")
    .description("write the log as CSV to a file, or to the terminal; that is told in the log too")
    .argument("[file]", "a new file, readable by you alone")
    .action((file: string | undefined) =>
      within(async (access) => {
        const text = await access.get("/api/audit.csv");
        if (file === undefined) return void process.stdout.write(text);
        writeFileSync(file, `\ufeff${text}`, { mode: 0o600, flag: "wx" });
        console.log(`The audit log is in ${file}`);
      }),
    );
  return command;
}

/** `12:9f86...` as the entry it names. */
function witnessOf(noted: string): { seq: number; hash: string } {
  const [, seq, hash] = /^([1-9]\d*):([0-9a-f]{64})$/.exec(noted.trim()) ?? [];
  if (seq === undefined || hash === undefined)
    throw new Failure(
      "bad_input",
      "Write --noted as audit verify printed it: the number, a colon and the hash",
    );
  return { seq: Number(seq), hash };
}

async function within(work: (access: Access) => Promise<void>): Promise<void> {
  const access = await reach(readEnv(process.env));
  await work(access).finally(access.close);
}
