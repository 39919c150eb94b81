import type { Dimension } from "@termwise/core/facts";
import type { Figure } from "@termwise/core/glossary";
import { termById } from "@termwise/core/registry";
import type { MetricTerm } from "@termwise/core/retention";
import type { z } from "zod";
import type { Scope } from "../routers/scope.ts";
import type { Access } from "./access.ts";
import { type Answer, listing } from "./print.ts";
import { amountText, figureText } from "./values.ts";

type Asked = z.input<typeof Scope> & { readonly term: MetricTerm };

const csvHeader = [
  "term",
  "version",
  "period",
  "from",
  "to",
  "segment",
  "value",
  "unit",
  "currency",
  "numerator",
  "denominator",
  "contributors",
  "reason",
  "as_of",
  "policy",
] as const;

function csvRow(figure: Figure, segment: string | null): (string | null)[] {
  return [
    figure.term,
    String(figure.version),
    figure.period.text,
    figure.period.from,
    figure.period.to,
    segment,
    figure.value,
    figure.unit,
    figure.currency,
    figure.numerator,
    figure.denominator,
    String(figure.contributors),
    figure.reason,
    figure.asOf.recorded,
    figure.policyText,
  ];
}

function headOf(figure: Figure): string {
  const accounts = figure.contributors === 1 ? "1 account" : `${figure.contributors} accounts`;
  return [
    `${figure.name} ${figure.period.text}: ${figureText(figure)}`,
    `${figure.period.from} to ${figure.period.to}, opening at the end of ${figure.period.opensOn}; ${accounts}; definition v${figure.version}`,
    ...figure.notes,
  ].join("\n");
}

const inCurrency = (figure: Figure, minor: string | null): string =>
  minor === null ? "-" : figure.currency && !isCount(figure) ? amountText(minor, figure.currency) : minor;

/** Ratios of accounts count accounts, not money. */
function isCount(figure: Figure): boolean {
  return /^(logo|churn-rate|retention-rate)/.test(figure.term);
}

/** Every contributor, over as many pages as there are. */
async function contributorsOf(access: Access, asked: Asked) {
  const rows: Awaited<ReturnType<typeof access.api.metrics.contributors.query>>["rows"] = [];
  for (let page = 1; ; page++) {
    const answer = await access.api.metrics.contributors.query({ ...asked, page, pageSize: 500 });
    rows.push(...answer.rows);
    if (rows.length >= answer.count || answer.rows.length === 0) return { ...answer, rows };
  }
}

/** One metric as a figure; explained, with its definition, policy and every account behind it. */
export async function figureAnswer(access: Access, asked: Asked, explain: boolean): Promise<Answer> {
  if (!explain) {
    const figure = await access.api.metrics.value.query(asked);
    return {
      json: figure,
      csv: { header: csvHeader, rows: [csvRow(figure, null)] },
      text: [headOf(figure)],
    };
  }
  const { figure, rows, total } = await contributorsOf(access, asked);
  const term = termById(asked.term);
  const amount = (minor: string | null) => inCurrency(figure, minor);
  return {
    json: { figure, definition: term, contributors: rows, total },
    csv: {
      header: [
        "account_id",
        "external_id",
        "name",
        "opening",
        "closing",
        "numerator",
        "denominator",
        "effect_pp",
      ],
      rows: rows.map((row) => [
        row.accountId,
        row.externalIds.join(" "),
        row.name,
        row.opening,
        row.closing,
        row.numerator,
        row.denominator,
        row.effect,
      ]),
    },
    text: [
      headOf(figure),
      [
        `Definition v${figure.version}: ${term.definition}`,
        ...(term.formula ? [`Formula: ${term.formula}`] : []),
      ].join("\n"),
      `Policy: ${figure.policyText}.`,
      listing(["Account", "Opening", "Closing", "Numerator", "Denominator", "Effect pp"], 1, [
        ...rows.map((row) => [
          row.name,
          figure.currency ? amountText(row.opening, figure.currency) : row.opening,
          figure.currency ? amountText(row.closing, figure.currency) : row.closing,
          amount(row.numerator),
          amount(row.denominator),
          row.effect ?? "-",
        ]),
        [
          `${rows.length} accounts`,
          "",
          "",
          amount(total.numerator),
          amount(total.denominator),
          total.effect ?? "-",
        ],
      ]),
    ],
  };
}

/** One metric for each value of a dimension. */
export async function breakdownAnswer(access: Access, asked: Asked & { by: Dimension }): Promise<Answer> {
  const { rows, all } = await access.api.metrics.breakdown.query(asked);
  const named = [
    ...rows.map((row) => ({ ...row, name: row.value || "(none)" })),
    { name: "All", value: "", figure: all },
  ];
  return {
    json: { by: asked.by, all, rows },
    csv: { header: csvHeader, rows: named.map(({ name, figure }) => csvRow(figure, name)) },
    text: [
      headOf(all),
      listing(
        [asked.by, all.name, "Numerator", "Denominator", "Accounts"],
        1,
        named.map(({ name, figure }) => [
          name,
          figureText(figure),
          inCurrency(figure, figure.numerator),
          inCurrency(figure, figure.denominator),
          String(figure.contributors),
        ]),
      ),
    ],
  };
}
