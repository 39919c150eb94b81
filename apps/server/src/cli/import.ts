import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Failure } from "@termwise/core/kernel";
import { Command } from "commander";
import { z } from "zod";
import { readEnv } from "../env.ts";
import { ImportMapping } from "../ingest/mapping.ts";
import { type Access, reach } from "./access.ts";
import { progressOn, stepText } from "./progress.ts";
import { type Report, reportText } from "./report-text.ts";

interface Options {
  readonly dryRun?: boolean;
  readonly map?: string;
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

/** Writes the refused rows of each file beside it, as a file that can be corrected and imported; answers with their paths. */
async function handBack(access: Access, report: Report, paths: readonly string[]): Promise<string[]> {
  if (report.id === null) return [];
  const refused = new Set(report.refusals.map((refusal) => refusal.file));
  const written: string[] = [];
  for (const path of paths.filter((candidate) => refused.has(basename(candidate)))) {
    const name = basename(path);
    const text = await access.get(`/api/imports/${report.id}/refused.csv?file=${encodeURIComponent(name)}`);
    const beside = join(dirname(path), `${name.replace(/\.[^.]*$/, "")}.refused.csv`);
    try {
      writeFileSync(beside, text);
      written.push(beside);
    } catch {
      // The folder of an export may be read-only: the rows then go where the command was started.
      writeFileSync(basename(beside), text);
      written.push(basename(beside));
    }
  }
  return written;
}

/** An import's report, and where the rows it refused were written. */
async function taken(
  access: Access,
  paths: readonly string[],
  dryRun: boolean,
  run: (dryRun: boolean) => ReturnType<Access["importFiles"]>,
) {
  const report = await run(dryRun);
  const stored = report.committed && report.id !== null ? report.id : null;
  return {
    report,
    refused: stored === null ? [] : await writeRefused(stored, report.refusals, paths, access),
  };
}

/** `termwise import FILE...`: takes CSV exports in. */
export function importCommand(): Command {
  return new Command("import")
    .description("import CSV exports of accounts, contract lines and exchange rates, in any order")
    .argument("<files...>", "CSV files; accounts and the lines that refer to them go in together")
    .option("--dry-run", "say what would happen and store nothing")
    .option("--map <file>", "a mapping file (JSON) for headers that are not recognised")
    .option("--confirm", "changes beyond the safety bounds are meant")
    .option("--json", "print the whole report as JSON")
    .action(async (paths: string[], options: Options) => {
      const mapping = options.map === undefined ? undefined : readMapping(options.map);
      const files = paths.map(readExport);
      const progress = progressOn(process.stderr, options.json);
      progress.say("Opening the data");
      try {
        const access = await reach(readEnv(process.env));
        const { report, handedBack } = await (async () => {
          const report = await access.importFiles(
            { files, mapping, confirm: options.confirm },
            options.dryRun === true,
            (step) => progress.say(stepText(step, files.length)),
          );
          return { report, handedBack: await handBack(access, report, paths) };
        })().finally(access.close);
        progress.end();
        console.log(
          options.json ? JSON.stringify(report, null, 2) : reportText(report, options.dryRun === true),
        );
        if (!options.json)
          for (const path of handedBack) console.log(`Refused rows with their reasons: ${path}`);
        if (report.stopped.length > 0) process.exitCode = 3;
        else if (report.counts.refused > 0) process.exitCode = 4;
      } finally {
        progress.end();
      }
    });
}
