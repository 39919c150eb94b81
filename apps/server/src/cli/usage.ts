import { readFileSync } from "node:fs";
import { Failure } from "@termwise/core/kernel";
import { Command, Option } from "commander";
import { readEnv } from "../env.ts";
import { type DayOrder, dayOrders } from "../events/csv/read-times.ts";
import { decode } from "../ingest/decode.ts";
import { reach } from "./access.ts";

function textOf(path: string): string {
  const read = decode(contentOf(path), undefined);
  if (!("code" in read)) return read.text;
  throw new Failure("bad_input", `${path}: ${read.reason}`, { remedy: read.remedy });
}

function contentOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new Failure("bad_input", `There is no file ${path}, or it cannot be read`);
  }
}

const shown = 20;

/** `termwise usage import FILE`: takes in who used what on which day, from a file. */
function importUsageCommand(): Command {
  return new Command("import")
    .description("import a CSV file of usage: a row for each user and day, or for each event")
    .argument("<file>", "with columns user_id and date, and account_id, feature, uses, event_id where known")
    .option("--source <name>", "where it comes from: rows count once within a source", "file")
    .addOption(
      new Option(
        "--dates <order>",
        "whether 03/04/2026 is day/month or month/day, where the file leaves it open",
      ).choices(dayOrders),
    )
    .option("--json", "print what was done as JSON")
    .action(async (path: string, options: { source: string; dates?: DayOrder; json?: boolean }) => {
      const text = textOf(path);
      if (text.length > 2_000_000)
        throw new Failure("too_large", `${path} is larger than 2 MB`, { remedy: "Split it by days." });
      const access = await reach(readEnv(process.env));
      const done = await access.api.usage.importCsv
        .mutate({ source: options.source, text, dates: options.dates })
        .finally(access.close);
      if (done.refusedRows > 0) process.exitCode = 4;
      if (options.json) return void console.log(JSON.stringify(done, null, 2));
      const { received, stored, duplicate, differing, counted, waiting, refusedRows, refused, unread } = done;
      console.log(
        `${received + refusedRows} rows: ${stored} new, ${duplicate} known before (${differing} of them say otherwise now), ${refusedRows} refused`,
      );
      console.log(`${counted} uses counted, ${waiting} wait for their account`);
      if (unread.length > 0) console.log(`Not read: ${unread.join(", ")}`);
      for (const { line, column, code, reason, remedy } of refused.slice(0, shown))
        console.log(`line ${line}${column === null ? "" : `, ${column}`}: ${code} ${reason} ${remedy}`);
      if (refusedRows > shown) console.log(`and ${refusedRows - shown} more: --json tells the first 1,000`);
    });
}

/** `termwise usage`: what is known of who uses the product. */
export function usageCommand(): Command {
  return new Command("usage")
    .description("bring what users of the product do, from files")
    .addCommand(importUsageCommand());
}
