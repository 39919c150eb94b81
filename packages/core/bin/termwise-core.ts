#!/usr/bin/env node
import { usage } from "./arguments.ts";
import { conformance } from "./conformance.ts";

// Whoever reads only the first lines, as `head` does, has read what they wanted.
process.stdout.on("error", () => process.exit());

const [command, ...typed] = process.argv.slice(2);
if (command === "conformance") {
  process.exitCode = await conformance(typed, {
    out: (text) => void process.stdout.write(`${text}\n`),
    error: (text) => void process.stderr.write(`${text}\n`),
  });
} else {
  const asked = command === undefined || command === "--help" || command === "help";
  (asked ? process.stdout : process.stderr).write(
    `${asked ? "" : `There is no command ${command}\n\n`}${usage}\n`,
  );
  process.exitCode = asked ? 0 : 2;
}
