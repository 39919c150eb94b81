// npm run bench [-- --full] [--alone] [--accounts 1000,10000] [--rounds N]: the engine beside plain SQL, answers compared first.
// npm run bench -- --held: events for a minute on each database, and nothing else.
import { parseArgs } from "node:util";
import { benchCompany, type Measured } from "./bench-company.ts";
import { type Goal, goalsOf, verdict } from "./goals.ts";
import { healthGoals, healthText } from "./health/goals.ts";
import { timeHealth } from "./health/time-health.ts";
import { ingestionGoals, ingestionText } from "./ingestion/goals.ts";
import { holdLoad } from "./ingestion/held-load.ts";
import { timeIngestion } from "./ingestion/time-ingestion.ts";
import { standingGoals, standingsText, timeStandings } from "./lifecycle/time-standings.ts";
import { installPeers } from "./peers/installed.ts";
import { goalsTable, sizesText, timesTable } from "./report.ts";
import { rollupGoals, timeRollups } from "./rollup/time-rollups.ts";
import { historyGoals, historyText, measureHistory } from "./usage/measure-history.ts";

const { values } = parseArgs({
  options: {
    alone: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    held: { type: "boolean", default: false },
    accounts: { type: "string" },
    rounds: { type: "string", default: "5" },
  },
});
/** The goals are set for a company of this size. */
const judgedFrom = 100_000;
const usual = [1_000, 10_000, 100_000, ...(values.full ? [1_000_000] : [])];
const sizes = values.accounts?.split(",").map(Number) ?? usual;
if (sizes.some((size) => !Number.isInteger(size) || size < 1) || !(Number(values.rounds) >= 1)) {
  console.error("Usage: npm run bench -- [--full] [--alone] [--accounts 1000,10000] [--rounds 5] | --held");
  process.exit(2);
}

if (values.held) {
  console.log(goalsTable([...(await holdLoad("postgres")), ...(await holdLoad("embedded"))]));
  process.exit();
}

const missing = values.alone ? null : await installPeers();
if (missing) console.log(`${missing}\n→ Their columns say "not available"; the rest is measured.`);
const all: Measured[] = [];
for (const accounts of sizes) {
  console.log(
    `${new Date().toISOString().slice(11, 19)} measuring ${accounts.toLocaleString("en")} accounts …`,
  );
  const coldStart = accounts === Math.max(...sizes.filter((size) => size <= judgedFrom));
  all.push(await benchCompany(accounts, { rounds: Number(values.rounds), alone: values.alone, coldStart }));
}
console.log(`${new Date().toISOString().slice(11, 19)} measuring where customers stand …`);
const standings = await timeStandings(Number(values.rounds));
const rollups = values.alone ? null : await timeRollups(Number(values.rounds));
const health = values.alone ? null : await timeHealth(values.full ? 100_000 : 10_000, 3);
const ingestion = values.alone ? null : await timeIngestion(Number(values.rounds));
const history = values.alone ? [] : await measureHistory(Number(values.rounds));
const goals = [
  ...goalsOf(all),
  ...(rollups ? rollupGoals(rollups) : []),
  ...standingGoals(standings),
  ...(ingestion ? ingestionGoals(ingestion) : []),
  ...(health ? healthGoals(health) : []),
  ...historyGoals(history),
];
console.log(`\nNode.js ${[process.versions.node, ...(all[0]?.versions ?? [])].join(", ")}\n`);
const texts = [
  standingsText(standings),
  ingestion ? ingestionText(ingestion) : "",
  health ? healthText(health) : "",
  historyText(history),
];
console.log(
  `${timesTable(all)}\n\n${sizesText(all)}\n${texts.filter(Boolean).join("\n")}\n\n${goalsTable(goals)}\n`,
);
const failed = goals.filter((goal) => verdict(goal) === "failed");
const missed = goals.filter((goal) => verdict(goal) === "missed");
const told = (of: readonly Goal[]) => of.map(({ id, what }) => `\n  ${id} ${what}`).join("");
console.log(`${goals.length - failed.length - missed.length} goals reached or not measured`);
console.log(`${missed.length} missed by less than half${told(missed)}`);
console.log(`${failed.length} missed by more than half, for which this fails${told(failed)}`);
const judged = sizes.some((size) => size >= judgedFrom);
if (!judged) console.log(`The goals are for ${judgedFrom.toLocaleString("en")} accounts: not judged`);
process.exitCode = judged && failed.length > 0 ? 1 : 0;
