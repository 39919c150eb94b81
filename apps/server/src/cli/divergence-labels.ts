import { meaningNames } from "@termwise/core/divergence";
import { labelMeanings } from "@termwise/core/facts";
import { Day, Failure } from "@termwise/core/kernel";
import { Command, Option } from "commander";
import { readEnv } from "../env.ts";
import { reach } from "./access.ts";
import { listing, print } from "./print.ts";
import { amountText } from "./values.ts";

/** `termwise divergence labels`: every label of other systems, what it means and what stands under it. */
export function labelsCommand(): Command {
  return new Command("labels")
    .description("list the labels other systems use, those without a meaning first")
    .addOption(new Option("--json", "print JSON").conflicts("csv"))
    .addOption(new Option("--csv", "print CSV"))
    .action(async (_: object, command: Command) => {
      // `divergence` has these options too, and takes them wherever they stand.
      const form = command.optsWithGlobals<{ json?: boolean; csv?: boolean }>();
      const access = await reach(readEnv(process.env));
      try {
        const labels = await access.api.divergence.labels.query();
        const { rows, currency } = labels;
        const cells = rows.map(({ system, field, label, means, proposal, accounts, arr }) => [
          system,
          field,
          label,
          means === null ? `unknown${proposal === null ? "" : ` (${proposal}?)`}` : meaningNames[means],
          String(accounts),
          currency === null ? arr : amountText(arr, currency),
        ]);
        print(
          {
            json: labels,
            csv: {
              header: ["system", "field", "label", "means", "proposal", "accounts", "arr"],
              rows: rows.map((row) => [
                row.system,
                row.field,
                row.label,
                row.means,
                row.proposal,
                String(row.accounts),
                row.arr,
              ]),
            },
            text: [
              rows.length === 0
                ? "No system's labels are on record."
                : listing(["System", "Field", "Label", "Means", "Accounts", "ARR"], 4, cells),
            ],
          },
          form,
        );
      } finally {
        await access.close();
      }
    });
}

/** `termwise divergence map`: says what a label means. */
export function mapCommand(): Command {
  return new Command("map")
    .description("say what a label in a field of another system means")
    .argument("<system>", "the system, as `termwise divergence labels` lists it")
    .argument("<field>", "the field of that system")
    .argument("<label>", "the label")
    .argument("<meaning>", `one of ${labelMeanings.join(", ")}`)
    .option("--from <day>", "the day it holds from; left out, a first meaning holds for all the past")
    .action(
      async (system: string, field: string, label: string, meaning: string, options: { from?: string }) => {
        const means = labelMeanings.find((one) => one === meaning.toLowerCase());
        if (!means)
          throw new Failure(
            "bad_input",
            `"${meaning}" is no meaning: use one of ${labelMeanings.join(", ")}`,
          );
        const from = options.from === undefined ? undefined : Day.safeParse(options.from);
        if (from && !from.success)
          throw new Failure("bad_input", `--from takes a day such as 2026-09-30, not "${options.from}"`);
        const access = await reach(readEnv(process.env));
        try {
          const asked = { system, field, label, means, ...(from && { from: from.data }) };
          const { on, accounts } = await access.api.divergence.mapLabel.mutate(asked);
          console.log(`${system} · ${field} · ${label} means ${meaningNames[means]} from ${on}`);
          if (accounts === 0)
            console.log("No account is labelled so. See termwise divergence labels for those in use.");
        } finally {
          await access.close();
        }
      },
    );
}
