import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** What a command wrote, line by line, and what went wrong with it as a process; `null`: nothing did. */
export interface CommandOutput {
  readonly lines: readonly string[];
  readonly fault: string | null;
}

/** More lines than were asked for by this many: the command will not come to an end by itself. */
const tooMany = 1_000;
/** On Windows a process has no group of its own that could be ended with it. */
const grouped = process.platform !== "win32";

/** Ends a command and whatever it has started. */
function kill(child: ChildProcess): void {
  try {
    if (grouped && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch {
    // It has gone by itself.
  }
}

/**
 * Gives lines to a command's standard input and reads its standard output to the end; its standard error goes through.
 * A command that writes nothing for `patience` milliseconds, or far more lines than it was asked for, is ended. A single
 * text with blanks in it is a line for the shell.
 */
export function runCommand(
  [program = "", ...words]: readonly string[],
  input: readonly string[],
  patience: number,
): Promise<CommandOutput> {
  const child = spawn(program, words, {
    stdio: ["pipe", "pipe", "inherit"],
    detached: grouped,
    shell: words.length === 0 && /\s/.test(program),
  });
  const lines: string[] = [];
  let fault: string | null = null;

  const stop = (why: string) => {
    fault ??= `The command ${why} and was stopped, after ${lines.length} of ${input.length} lines`;
    kill(child);
  };
  const silent = () => stop(`wrote nothing for ${patience / 1000} seconds`);
  let silence = setTimeout(silent, patience);

  // A group of its own does not hear of Ctrl and C by itself.
  const interrupted = () => {
    kill(child);
    process.exit(130);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);

  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => {
    clearTimeout(silence);
    silence = setTimeout(silent, patience);
    if (lines.length < input.length + tooMany) lines.push(line);
    else stop("did not stop writing");
  });

  // A command that has gone does not read on: how it ended is told by its exit.
  child.stdin.on("error", () => undefined);
  child.stdin.end(`${input.join("\n")}\n`);

  return new Promise<CommandOutput>((resolve) => {
    const ended = new Promise<void>((read) => reader.once("close", read));
    child.once("error", (error) =>
      resolve({ lines, fault: `The command "${program}" could not be started: ${error.message}` }),
    );
    child.once("close", async (code, signal) => {
      await ended;
      if (signal !== null) fault ??= `The command was ended by ${signal}`;
      else if (code !== 0) fault ??= `The command ended with exit code ${code}`;
      resolve({ lines, fault });
    });
  }).finally(() => {
    clearTimeout(silence);
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
  });
}
