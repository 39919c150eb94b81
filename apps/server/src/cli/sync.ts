import { readFileSync } from "node:fs";
import { Failure } from "@termwise/core/kernel";
import { Command } from "commander";
import { readEnv } from "../env.ts";
import type { ImportMapping } from "../ingest/mapping.ts";
import { connectionsIn } from "../sources/connections.ts";
import { readMapping } from "../sources/source-list.ts";
import { type Access, reach } from "./access.ts";
import { reportText } from "./report-text.ts";

interface Options {
  readonly from?: string;
  readonly query?: string;
  readonly source?: string;
  readonly cursor?: string;
  readonly system?: string;
  readonly map?: string;
  readonly every?: string;
  readonly expect?: string;
  readonly dryRun?: boolean;
  readonly confirm?: boolean;
  readonly acceptColumns?: boolean;
  readonly json?: boolean;
}

const isUrl = (text: string) => /^[a-z]+:\/\//i.test(text);

function fileText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Failure("bad_input", `There is no file ${path}, or it cannot be read`);
  }
}

const minutes = (text: string | undefined, option: string): number | null => {
  if (text === undefined) return null;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new Failure("bad_input", `${option} takes whole minutes of 1 or more`);
};

/** What is fetched: from the options, else from what the source has on record. */
interface Meant {
  readonly url: string;
  readonly query: string;
  readonly cursor: string | null;
}

/** Sets the source up or changes it where options say something of it, and tells what is to be fetched. */
async function meant(access: Access, options: Options, mapping: string | null): Promise<Meant> {
  const connections = connectionsIn(process.env);
  const { from, source: name } = options;
  const [every, expected] = [minutes(options.every, "--every"), minutes(options.expect, "--expect")];
  const { sources } = await access.api.sources.list.query();
  const known = sources.find((one) => one.name.toLowerCase() === name?.trim().toLowerCase());
  const query = options.query === undefined ? known?.pull?.query : fileText(options.query);
  const connection = from === undefined ? known?.pull?.connection : isUrl(from) ? undefined : from;
  if (from === undefined && connection === undefined)
    throw new Failure("bad_input", "Say where to fetch from: --from with the name of a connection, or a URL");
  if (query === undefined) throw new Failure("bad_input", "Say what to fetch: --query with a file of SQL");
  if (every !== null && (name === undefined || connection === undefined))
    throw new Failure(
      "bad_input",
      "--every needs --source, and --from with the name of a connection: the server keeps no address. Set TERMWISE_SOURCE_NAME_URL where it runs",
    );
  // Where it goes is looked up first: nothing is put on record that cannot be dialled.
  const url = connection === undefined ? (from ?? "") : connections.urlOf(connection);
  const cursor = options.cursor ?? known?.pull?.cursor ?? null;
  if (name !== undefined && !options.dryRun) {
    await access.api.sources.define.mutate({
      name,
      system: options.system ?? known?.system ?? name,
      brings: [...(known?.brings ?? [])],
      owner: known?.owner ?? null,
      expectedMinutes: expected ?? known?.expectedMinutes ?? (every === null ? null : every * 2),
      mapping,
      pull:
        connection === undefined
          ? null
          : { connection, query, cursor, everyMinutes: every ?? known?.pull?.everyMinutes ?? null },
    });
  }
  return { url, query, cursor };
}

/** `termwise sync`: fetches rows from a PostgreSQL-speaking warehouse. */
export function syncCommand(): Command {
  return new Command("sync")
    .description("fetch rows of a PostgreSQL-speaking warehouse, once or on a schedule, and import them")
    .option("--from <connection>", "a connection named by TERMWISE_SOURCE_<NAME>_URL, or a URL")
    .option("--query <file>", "a file of SQL; {{since}} in it is how far the last run came")
    .option("--source <name>", "the source it is fetched for: it remembers query, cursor and schedule")
    .option("--cursor <column>", "the column that only grows")
    .option("--system <name>", "what people call the system the data is of")
    .option("--map <file>", "a mapping file (JSON)")
    .option("--every <minutes>", "let the server fetch by itself, this often")
    .option("--expect <minutes>", "data should arrive at least this often (twice --every if not set)")
    .option("--dry-run", "say what would happen and store nothing")
    .option("--confirm", "changes beyond the safety bounds are meant")
    .option("--accept-columns", "the columns of the query have changed, and that is meant")
    .option("--json", "print what was done as JSON")
    .action(async (options: Options) => {
      const mapping = options.map === undefined ? null : fileText(options.map);
      const own: ImportMapping | undefined = mapping === null ? undefined : readMapping(mapping);
      const access = await reach(readEnv(process.env));
      try {
        const asked = await meant(access, options, mapping);
        const done = await access.sync({
          ...asked,
          // A dry run has put no source on record.
          source: options.dryRun ? await knownName(access, options.source) : (options.source ?? null),
          ...(own && { mapping: own }),
          dryRun: options.dryRun === true,
          confirm: options.confirm === true,
          acceptColumns: options.acceptColumns === true,
        });
        if (options.json) console.log(JSON.stringify(done, null, 2));
        else {
          for (const report of done.reports) console.log(reportText(report, options.dryRun === true));
          console.log(
            `${done.rows} rows fetched${done.cursor === null ? "" : `, up to ${done.cursor}`}${options.dryRun ? " (dry run: of a large result only the first part is looked at)" : ""}`,
          );
        }
        if (done.stopped) process.exitCode = 3;
        else if (done.reports.some(({ counts }) => counts.refused > 0)) process.exitCode = 4;
      } finally {
        await access.close();
      }
    });
}

async function knownName(access: Access, name: string | undefined): Promise<string | null> {
  if (name === undefined) return null;
  const { sources } = await access.api.sources.list.query();
  return sources.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())?.name ?? null;
}
