import { Command } from "commander";
import { machineClock } from "../clock.ts";
import { readEnv } from "../env.ts";
import { type Away, keepLooking, openFolder } from "../folder/watched-folder.ts";
import { reach } from "./access.ts";

/** `termwise watch FOLDER --source NAME`: takes files in that are put into a folder. */
export function watchCommand(): Command {
  return new Command("watch")
    .description(
      "import the files that are put into a folder, and move them to done or refused with a report",
    )
    .argument("<folder>", "the folder; files of one look go into one import")
    .requiredOption("--source <name>", "the source the files are of; set up where there is none of the name")
    .option("--once", "take what lies there, and end: 3 when a file was refused, 4 when rows were")
    .action(async (path: string, { source, once: single }: { source: string; once?: boolean }) => {
      const access = await reach(readEnv(process.env));
      try {
        await access.folderSource(source);
        const folder = await openFolder(path, {
          takeIn: (files) => access.bring(source, files),
          refusedRows: (id, file) =>
            access.get(`/api/v1/imports/${id}/refused.csv?file=${encodeURIComponent(file)}`),
          now: () => machineClock.now(),
          tell: ({ name, place, text, taken }) => {
            if (single) process.exitCode = exitOf(taken, process.exitCode);
            const last = text.trimEnd().split("\n");
            console.log(
              `${place}: ${name}: ${last.find((line) => /^(Imported|Nothing|Taken|Not)/.test(line)) ?? ""}`,
            );
          },
        });
        const ended = new AbortController();
        const stop = () => ended.abort();
        process.once("SIGINT", stop).once("SIGTERM", stop);
        try {
          if (single) {
            // A file is finished when it looks the same twice.
            await folder.look();
            await folder.look();
          } else {
            console.log(`Watching ${path} for "${source}" (${access.where}). Ctrl+C ends it`);
            await keepLooking(folder, {
              everyMs: 2_000,
              signal: ended.signal,
              failed: (error) => console.error(error instanceof Error ? error.message : String(error)),
            });
          }
        } finally {
          folder.close();
        }
      } finally {
        await access.close();
      }
    });
}

/** Of several files the worst is told: one that was not imported, then one of which rows were refused. */
function exitOf(taken: Away["taken"], before: typeof process.exitCode): typeof process.exitCode {
  if (taken === "nothing" || before === 3) return 3;
  return taken === "some" ? 4 : before;
}
