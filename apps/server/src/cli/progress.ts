import type { ImportStep } from "../imports/import-request.ts";

/** Where progress is written: a terminal, or nowhere. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** One line at the terminal that says what is going on and for how long. */
export interface Progress {
  say(doing: string): void;
  /** Takes the line away, so that what follows stands alone. */
  end(): void;
}

const silent: Progress = { say() {}, end() {} };
const width = 24;

/**
 * A progress line on a terminal; in a pipe, or when `quiet`, nothing. Written by hand: one line that is overwritten needs
 * none of what the libraries for it bring.
 */
export function progressOn(terminal: Terminal, quiet = false): Progress {
  if (quiet || !terminal.isTTY) return silent;
  const began = performance.now();
  let doing = "";
  let ended = false;
  const draw = () => {
    const seconds = Math.round((performance.now() - began) / 1000);
    terminal.write(`\r\x1b[K${doing}${seconds > 0 ? `  ${seconds} s` : ""}`);
  };
  const tick = setInterval(draw, 1000).unref();
  return {
    say(text) {
      doing = text;
      draw();
    },
    end() {
      if (ended) return;
      ended = true;
      clearInterval(tick);
      terminal.write("\r\x1b[K");
    },
  };
}

/** A step of an import in words, with a bar where its length is known. */
export function stepText(step: ImportStep, files: number): string {
  if (step.step === "checking") return `Checking ${files} ${files === 1 ? "file" : "files"}`;
  if (step.step === "deriving") return "Deriving movements";
  const filled = step.of === 0 ? width : Math.floor((step.done / step.of) * width);
  const bar = "#".repeat(filled) + "-".repeat(width - filled);
  return `Storing [${bar}] ${step.done.toLocaleString("en")} of ${step.of.toLocaleString("en")}`;
}
