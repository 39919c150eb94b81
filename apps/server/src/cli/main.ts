import { Failure } from "@termwise/core/kernel";
import { TRPCClientError } from "@trpc/client";
import { Command, CommanderError } from "commander";
import { accountsCommand } from "./accounts.ts";
import { auditCommand } from "./audit.ts";
import { backupCommand } from "./backup.ts";
import { compCommand } from "./comp.ts";
import { dbCommand } from "./db.ts";
import { demoCommand } from "./demo.ts";
import { divergenceCommand } from "./divergence.ts";
import { doctorCommand } from "./doctor.ts";
import { glossaryCommand } from "./glossary.ts";
import { healthCommand, replayHealthCommand } from "./health.ts";
import { importCommand } from "./import.ts";
import { lifecycleCommand } from "./lifecycle.ts";
import { metricsCommand } from "./metrics.ts";
import { peopleCommand } from "./people.ts";
import { periodCommand } from "./period.ts";
import { rebuildCommand } from "./rebuild.ts";
import { removeSecondFactorCommand, resetPasswordCommand } from "./reset-password.ts";
import { restoreCommand } from "./restore.ts";
import { syncCommand } from "./sync.ts";
import { usageCommand } from "./usage.ts";
import { watchCommand } from "./watch.ts";
import { workspaceCommand } from "./workspace.ts";

/**
 * Exit codes: 0 done; 1 something went wrong that is not the caller's doing; 2 the command or its options cannot be
 * read; 3 refused, with the reason; 4 imported, but some rows were refused.
 */
const exits = { failed: 1, usage: 2, refused: 3 } as const;

const notTheirDoing = new Set(["INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE"]);

const program = new Command("termwise")
  .description("Imports a company's exports and tells NRR, GRR and what stands behind them")
  .exitOverride()
  .addCommand(importCommand())
  .addCommand(usageCommand())
  .addCommand(syncCommand())
  .addCommand(watchCommand())
  .addCommand(accountsCommand())
  .addCommand(metricsCommand())
  .addCommand(periodCommand())
  .addCommand(lifecycleCommand())
  .addCommand(healthCommand())
  .addCommand(replayHealthCommand())
  .addCommand(divergenceCommand())
  .addCommand(compCommand())
  .addCommand(glossaryCommand())
  .addCommand(rebuildCommand())
  .addCommand(dbCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(demoCommand())
  .addCommand(doctorCommand())
  .addCommand(workspaceCommand())
  .addCommand(peopleCommand())
  .addCommand(resetPasswordCommand())
  .addCommand(removeSecondFactorCommand())
  .addCommand(auditCommand())
  .addHelpText(
    "after",
    "\nExit codes: 0 done, 1 failed, 2 usage, 3 refused (the reason is printed), 4 imported with refused rows" +
      "\nEnvironment: TERMWISE_DATA_DIR (default .data), DATABASE_URL (PostgreSQL instead of the embedded database)," +
      "\nTERMWISE_WORKSPACE (the workspace meant, by name or id; the oldest one without the demo company if not set)",
  );

for (const command of program.commands) for (const one of [command, ...command.commands]) one.exitOverride();

// Whoever reads what is printed may stop reading, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = codeFor(error);
}

function codeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exits.usage;
  if (error instanceof Failure) {
    console.error(error.message);
    const { remedy } = error.details;
    if (typeof remedy === "string") console.error(remedy);
    return error.code === "unavailable" ? exits.failed : exits.refused;
  }
  if (error instanceof TRPCClientError) {
    console.error(error.message);
    const data = error.data as { code?: string } | undefined;
    const refused = data?.code !== undefined && !notTheirDoing.has(data.code);
    return refused ? exits.refused : exits.failed;
  }
  console.error(error instanceof Error ? error.message : String(error));
  return exits.failed;
}
