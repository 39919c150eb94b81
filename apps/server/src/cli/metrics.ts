import { dimensions } from "@termwise/core/facts";
import { Failure } from "@termwise/core/kernel";
import { findTerm } from "@termwise/core/registry";
import { cohortGrains, type MetricTerm, metrics } from "@termwise/core/retention";
import { Command, Option } from "commander";
import { readEnv } from "../env.ts";
import { type Access, reach } from "./access.ts";
import { compareAnswer } from "./compare-answer.ts";
import { bridgeAnswer, cohortsAnswer, movementsAnswer } from "./listings.ts";
import { breakdownAnswer, figureAnswer } from "./metric-answers.ts";
import { type Answer, print } from "./print.ts";
import { type ScopeOptions, scopeFrom } from "./scope-options.ts";

interface Options extends ScopeOptions {
  readonly by?: string;
  readonly compare?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly explain?: boolean;
}

function metricTerm(text: string): MetricTerm {
  const id = text in metrics ? text : findTerm(text)?.id;
  if (id !== undefined && id in metrics) return id as MetricTerm;
  throw new Failure(
    "bad_input",
    `"${text}" is not a metric. Ask for bridge, cohorts, movements, or one of ${Object.keys(metrics).join(", ")}`,
  );
}

async function answer(access: Access, asked: string, options: Options): Promise<Answer> {
  const scope = scopeFrom(options);
  if (asked === "bridge") return bridgeAnswer(access, scope);
  if (asked === "movements") return movementsAnswer(access, scope);
  if (asked === "cohorts") {
    const by = cohortGrains.find((grain) => grain === (options.by ?? "quarter"));
    if (!by) throw new Failure("bad_input", `Cohorts go --by ${cohortGrains.join(", ")}`);
    return cohortsAnswer(access, { ...scope, by });
  }
  const term = metricTerm(asked);
  if (options.compare !== undefined) return compareAnswer(access, { scope, term, preset: options.compare });
  if (options.by === undefined) return figureAnswer(access, { ...scope, term }, options.explain === true);
  const by = dimensions.find((dimension) => dimension === options.by);
  if (!by) throw new Failure("bad_input", `Break a metric down --by ${dimensions.join(", ")}`);
  return breakdownAnswer(access, { ...scope, term, by });
}

/** `termwise metrics WHAT`: any metric as a figure, the ARR bridge, cohorts, or the movements themselves. */
export function metricsCommand(): Command {
  return new Command("metrics")
    .description("tell a metric (nrr, grr, arr, logo-retention, ...), bridge, cohorts or movements")
    .argument("<what>", "a metric's term, or bridge, cohorts, movements")
    .option("--period <period>", "2026-09, 2026-Q3, FY2026, ttm:2026-09, 2026-01-01..2026-06-30")
    .option("--by <dimension>", "break a metric down by a dimension; cohorts by month, quarter or year")
    .option(
      "--policy <choices...>",
      "choices that differ from the house's: winback=all,nrr.method=all_movements",
    )
    .option("--filter <filters...>", "only accounts with dimension=value, or dimension=one|other")
    .option("--as-of <day>", "what was known at the end of that day")
    .option("--restated", "count past periods by the definitions of today, not those of their time")
    .option("--reported", "as a closed period was reported")
    .option("--close <number>", "as that close reported it, also one that was reopened")
    .option("--currency <code>", "the currency to tell amounts in")
    .option("--compare <preset>", "beside the same as others count it: finance-board, billing-tool, ...")
    .option("--explain", "add the definition, the policy and the accounts behind the figure")
    .addOption(new Option("--json", "print JSON").conflicts("csv"))
    .addOption(new Option("--csv", "print CSV"))
    .action(async (asked: string, options: Options) => {
      const access = await reach(readEnv(process.env));
      try {
        print(await answer(access, asked.toLowerCase(), options), options);
      } finally {
        await access.close();
      }
    });
}
