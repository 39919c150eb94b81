import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Milliseconds in which compiled C reads this many bytes once, `null` on a machine without a C compiler. */
export function readLimit(bytes: number): number | null {
  const folder = mkdtempSync(join(tmpdir(), "termwise-read-"));
  const program = join(folder, "read-limit");
  try {
    execFileSync(
      process.env["CC"] ?? "cc",
      ["-O3", "-o", program, join(import.meta.dirname, "read-limit.c")],
      {
        stdio: "ignore",
      },
    );
    return Number(execFileSync(program, [String(bytes)], { stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
