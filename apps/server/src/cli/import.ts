import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Failure, ImportId } from "@termwise/core/kernel";
import { Command } from "commander";
import { z } from "zod";
import { readEnv } from "../env.ts";
import { ImportMapping } from "../ingest/mapping.ts";
import { type Access, reach } from "./access.ts";
import { progressOn, stepText } from "./progress.ts";
import { writeRefused } from "./refused-files.ts";
import { type Report, reportText, undoText } from "./report-text.ts";

interface Options {
  readonly dryRun?: boolean;
  readonly map?: string;
  readonly mapping?: string;
  readonly confirm?: boolean;
  readonly json?: boolean;
}

function readMapping(path: string): ImportMapping {
  const read = ImportMapping.safeParse(parsed(path));
  if (!read.success)
    throw new Failure("bad_input", `${path} is not a mapping:\n${z.prettifyError(read.error)}`);
  return read.data;
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Failure(
      "bad_input",
      `${path} cannot be read as JSON: ${error instanceof Error ? error.message : ""}`,
    );
  }
}

function readExport(path: string): { name: string; content: string } {
  try {
    return { name: basename(path), content: readFileSync(path).toString("base64") };
  } catch {
    throw new Failure("bad_input", `There is no file ${path}, or it cannot be read`);
  }
}

/** An import's report, and a line for each file its refused rows were written to. */
async function taken(
  access: Access,
  paths: readonly string[],
  run: () => Promise<Report>,
): Promise<{ report: Report; refused: string[] }> {
  const report = await run();
  return {
    report,
    refused: report.id === null ? [] : await writeRefused(report.id, report.refusals, paths, access),
  };
}

/** `termwise import undo ID`: takes an import back. */
function undoCommand(): Command {
  return new Command("undo")
    .description("take an import back: everything it recorded, unless something recorded later rests on it")
    .argument("<id>", "the import's id, as its report and the page of imports show it")
    .action(async (text: string) => {
      const id = ImportId.safeParse(text);
      if (!id.success) throw new Failure("bad_input", `${text} is not the id of an import: imp_...`);
      const access = await reach(readEnv(process.env));
      const undone = await access.api.imports.undo.mutate({ id: id.data }).finally(access.close);
      console.log(undoText(undone));
    });
}

/** `termwise import FILE...`: takes CSV exports in. */
export function importCommand(): Command {
  return new Command("import")
    .description(
      "import CSV exports of accounts, contracts, rates, usage, stage labels, deals and evidence, in any order",
    )
    .addCommand(undoCommand())
    .argument("<files...>", "CSV files; accounts and the lines that refer to them go in together")
    .option("--dry-run", "say what would happen and store nothing")
    .option("--map <file>", "a mapping file (JSON) for headers that are not recognised")
    .option("--mapping <name>", "a mapping saved on the import page, by its name or id")
    .option("--confirm", "changes beyond the safety bounds are meant")
    .option("--json", "print the whole report as JSON")
    .action(async (paths: string[], options: Options) => {
      const mapping = options.map === undefined ? undefined : readMapping(options.map);
      const files = paths.map(readExport);
      const progress = progressOn(process.stderr, options.json);
      progress.say("Opening the data");
      try {
        const access = await reach(readEnv(process.env));
        const { report, refused } = await taken(access, paths, () =>
          access.importFiles(
            { files, mapping, savedMapping: options.mapping, confirm: options.confirm },
            options.dryRun === true,
            (step) => progress.say(stepText(step, files.length)),
          ),
        ).finally(access.close);
        progress.end();
        console.log(
          options.json ? JSON.stringify(report, null, 2) : reportText(report, options.dryRun === true),
        );
        if (!options.json) for (const line of refused) console.log(line);
        if (report.stopped.length > 0) process.exitCode = 3;
        else if (report.counts.refused > 0) process.exitCode = 4;
      } finally {
        progress.end();
      }
    });
}
