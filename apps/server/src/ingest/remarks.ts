import type { ImportCode } from "./codes.ts";
import type { ImportWarning } from "./report.ts";

/** Gathers what is worth knowing about rows that were taken: alike remarks become one with a count. */
export class Remarks {
  readonly #held = new Map<string, ImportWarning>();
  /** The rows something was said of, as `FILE line LINE`. */
  readonly rows = new Set<string>();

  /** Remarks on a line of a file (`null`: on the file). Remarks of one `group` are alike; the first one's words stay. */
  say(
    file: string,
    line: number | null,
    column: string | null,
    code: ImportCode,
    reason: string,
    group = reason,
  ): void {
    if (line !== null) this.rows.add(`${file} line ${line}`);
    const key = [file, column, code, group].join("\u0000");
    const held = this.#held.get(key);
    if (held) {
      const first = held.line !== null && line !== null && line < held.line ? { line, reason } : {};
      this.#held.set(key, { ...held, ...first, count: held.count + 1 });
    } else this.#held.set(key, { file, line, column, code, reason, count: 1 });
  }

  /** All remarks, files in the order they were first remarked on, then by line. */
  all(): ImportWarning[] {
    return [...this.#held.values()];
  }
}
