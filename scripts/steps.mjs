// One printed line per step: what, whether it held, how long it took.
const terminal = process.stdout.isTTY === true && !process.env.CI;

/**
 * @typedef {{ok: boolean, note?: string, output?: string, remedy?: string}} Outcome
 *   `note` goes on the step's line; `output` and `remedy` are shown when it failed
 */

/**
 * Does the work and prints its line.
 * @param {string} name
 * @param {() => Promise<Outcome>} work
 * @returns {Promise<Outcome>}
 */
export async function step(name, work) {
  const started = performance.now();
  if (terminal) process.stdout.write(`… ${name}`);
  const outcome = await work().catch((error) => ({ ok: false, output: error.stack ?? String(error) }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (terminal) process.stdout.write("\r\x1b[K");
  const line = `${outcome.ok ? "✓" : "✗"} ${name.padEnd(34)} ${seconds.padStart(6)} s  ${outcome.note ?? ""}`;
  console.log(line.trimEnd());
  if (!outcome.ok) {
    if (outcome.output) console.log(`\n${lastLines(outcome.output, 400)}\n`);
    if (outcome.remedy) console.log(`  → ${outcome.remedy}\n`);
  }
  return outcome;
}

function lastLines(text, count) {
  const lines = text.trimEnd().split("\n");
  const left = lines.length - count;
  return left > 0 ? [`(${left} earlier lines left out)`, ...lines.slice(left)].join("\n") : lines.join("\n");
}
