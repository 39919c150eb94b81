import { Failure } from "@termwise/core/kernel";
import { type PolicyPresetId, policyPresets } from "@termwise/core/retention";
import type { z } from "zod";
import type { Scope } from "../routers/scope.ts";
import type { Access } from "./access.ts";
import { type Answer, listing } from "./print.ts";
import { amountText, figureText } from "./values.ts";

/** Figures that are counted both ways. */
const compared = ["nrr", "grr", "logo-retention", "opening-arr", "closing-cohort-arr"] as const;

/** Reads the name of a preset; a wrong one is refused with those there are. */
function presetOf(text: string): PolicyPresetId {
  const preset = policyPresets.find(({ id }) => id === text);
  if (preset) return preset.id;
  const known = policyPresets.map(({ id, name }) => `${id} (${name})`).join(", ");
  throw new Failure("bad_input", `"${text}" is no way to count that has a name. Compare with ${known}`);
}

interface Asked {
  readonly scope: z.input<typeof Scope>;
  readonly term: string;
  readonly preset: string;
}

/** A figure beside the same as a preset counts it, and the accounts that make the difference, all of them. */
export async function compareAnswer(access: Access, { scope, term, preset }: Asked): Promise<Answer> {
  const of = compared.find((known) => known === term);
  if (!of)
    throw new Failure("bad_input", `--compare takes ${compared.join(", ")}; "${term}" is not among them`);
  const way = { preset: presetOf(preset) };
  const ask = (page: number) =>
    access.api.retention.differences.query({ ...scope, way, term: of, page, pageSize: 500 });
  const answer = await ask(1);
  const { rows } = answer;
  for (let page = 2; rows.length < answer.found; page++) {
    const next = (await ask(page)).rows;
    if (next.length === 0) break;
    rows.push(...next);
  }
  const { a, b, difference } = answer;
  const money = a.currency !== null && a.unit === "money";
  const sum = (minor: string) => (a.currency === null ? minor : amountText(minor, a.currency));
  const effect = (text: string | null) => (text === null ? "-" : money ? sum(text) : text);
  const unit = money ? (a.currency ?? "") : "pp";
  const parts = ({ numerator, denominator }: { numerator: string; denominator: string }) =>
    a.unit === "ratio" ? `${sum(numerator)} / ${sum(denominator)}` : sum(numerator);
  const name = policyPresets.find(({ id }) => id === way.preset)?.name ?? preset;
  return {
    json: { ...answer, rows },
    csv: {
      header: [
        "account_id",
        "name",
        "numerator_a",
        "denominator_a",
        "numerator_b",
        "denominator_b",
        money ? "effect_minor" : "effect_pp",
        "share_of_difference",
      ],
      rows: rows.map((row) => [
        row.accountId,
        row.name,
        row.a.numerator,
        row.a.denominator,
        row.b.numerator,
        row.b.denominator,
        row.effect,
        row.share,
      ]),
    },
    text: [
      [
        `${a.name} ${a.period.text}: ${figureText(a)}`,
        `${name}: ${figureText(b)}`,
        difference === null
          ? "The two cannot be compared: one has no base"
          : `Difference: ${effect(difference)} ${unit}, by ${answer.count} accounts`,
      ].join("\n"),
      `${name}: ${b.policyText}.`,
      listing(["Account", "House", name, `Effect ${unit}`], 1, [
        ...rows.map((row) => [row.name, parts(row.a), parts(row.b), effect(row.effect)]),
        [`${rows.length} accounts`, "", "", effect(difference)],
      ]),
    ],
  };
}
