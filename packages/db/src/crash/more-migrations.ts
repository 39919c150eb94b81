// The migrations of a version that does not exist yet, for tests of what must hold when it comes.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrationsFolder } from "../migrate.ts";

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

/** The migrations and one more, made of these statements. */
export function folderWith(...statements: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "termwise-migrations-"));
  cpSync(migrationsFolder(), folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as Journal;
  const last = journal.entries.at(-1)!;
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: "9999_next" });
  writeFileSync(path, JSON.stringify(journal));
  writeFileSync(join(folder, "9999_next.sql"), statements.join("\n--> statement-breakpoint\n"));
  return folder;
}
