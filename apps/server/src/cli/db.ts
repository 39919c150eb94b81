import { connect, migrate, upgradeFolder } from "@termwise/db";
import { Command } from "commander";
import { readEnv } from "../env.ts";
import { move } from "./move.ts";
import { contentText } from "./store-content.ts";

/** `termwise db migrate|move|upgrade-folder`: the schema, the place and the format of the store. */
export function dbCommand(): Command {
  const command = new Command("db").description("look after the database");
  command
    .command("migrate")
    .description("bring the database's schema up to this version")
    .action(async () => {
      const env = readEnv(process.env);
      const db = await connect({ url: env.databaseUrl, dataDir: env.dataDir });
      try {
        const applied = await migrate(db);
        console.log(applied === 0 ? "The schema is up to date" : `Applied ${applied} migrations`);
      } finally {
        await db.close();
      }
    });
  command
    .command("move")
    .description(
      "copy all of the store into an empty one of either kind, compared row for row; stop the server first",
    )
    .requiredOption("--to <place>", "postgres://... or a data folder")
    .action(async ({ to }: { to: string }) => console.log(await move(readEnv(process.env), to)));
  command
    .command("upgrade-folder")
    .description(
      "bring the embedded database to the PostgreSQL version of this Termwise; the old one is kept",
    )
    .option("--engine <folder>", "where the PGlite of the old version is installed")
    .action(async ({ engine }: { engine?: string }) => {
      const done = await upgradeFolder(readEnv(process.env).dataDir, engine ?? null);
      if (!done.upgraded) return console.log(`The folder has the format of PostgreSQL ${done.major} already`);
      console.log(
        `The embedded database is of PostgreSQL ${done.major} now, row for row what it was in ${done.from}\n${contentText(done.content.tables)}\n` +
          `The old one is in ${done.kept}; delete it once you have looked at the new one`,
      );
    });
  return command;
}
