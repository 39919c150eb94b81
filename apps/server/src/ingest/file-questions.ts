import type { ImportKind } from "@termwise/core/facts";
import { readInterval } from "./billing-interval.ts";
import { saysNothing } from "./cell-text.ts";
import { readBoolean, readLineKind, readPayment, readProductKind } from "./choices.ts";
import { cellsOf, type ReadColumn } from "./column-readings.ts";
import { labelFields } from "./fields/claims.ts";
import { fieldsOf } from "./fields/index.ts";
import { priceFields } from "./map-headers.ts";
import type { FileMapping } from "./mapping.ts";
import { bareNumber, readDecimal } from "./number-column.ts";
import type { Table } from "./read-table.ts";
import type { Question } from "./report.ts";

const question = (
  code: Question["code"],
  column: string | null,
  text: string,
  answers: [option: string, mapping: object][] = [],
): Question => ({
  column,
  code,
  question: text,
  options: answers.map(([option]) => option),
  answers: answers.map(([option, mapping]) => ({ option, mapping: JSON.stringify(mapping) })),
});

const anAccount = { any: ["account_id", "account_name", "account_domain"], what: "the account of a row" };

const needed: Readonly<Record<ImportKind, readonly { any: readonly string[]; what: string }[]>> = {
  accounts: [{ any: ["account_id", "name"], what: "the account's id or name" }],
  contract_lines: [
    { any: ["account_id", "account_name"], what: "the account of a line" },
    { any: ["starts_on"], what: "the first day in force" },
    { any: priceFields, what: "a price" },
  ],
  fx_rates: [
    { any: ["date"], what: "the day of a rate" },
    { any: ["base"], what: "the currency converted from" },
    { any: ["quote"], what: "the currency converted to" },
    { any: ["rate"], what: "the rate" },
  ],
  usage: [
    anAccount,
    { any: ["date", "week_start", "week_end", "month"], what: "the day or period of a reading" },
  ],
  claims: [anAccount, { any: ["label", ...labelFields.map(({ name }) => name)], what: "the label" }],
  deals: [
    anAccount,
    { any: ["closed_at"], what: "when the deal was closed" },
    { any: ["deal_stage"], what: "whether the deal was won" },
  ],
  evidence: [
    anAccount,
    { any: ["what"], what: "what kind of evidence a row is" },
    { any: ["at"], what: "when it happened" },
  ],
  support_tickets: [
    anAccount,
    { any: ["ticket_id"], what: "what the help desk calls a ticket" },
    { any: ["opened_at"], what: "when it was opened" },
  ],
  survey_answers: [
    anAccount,
    { any: ["survey"], what: "which survey was answered" },
    { any: ["score"], what: "the number that was answered" },
    { any: ["answered_at"], what: "when it was answered" },
  ],
  touchpoints: [
    anAccount,
    { any: ["touch"], what: "what kind of touchpoint it was" },
    { any: ["at"], what: "when it was" },
    { any: ["text"], what: "what it was about" },
  ],
};

/** Whether a kind of file must say a field, by itself or by one of others: an account's id or its name. */
export function isNeeded(kind: ImportKind, field: string): boolean {
  return needed[kind].some(({ any }) => any.includes(field));
}

/** What a kind of file cannot do without and this one does not have, with the columns that might be meant. */
function missingFields(
  kind: ImportKind,
  has: (name: string) => boolean,
  spare: readonly string[],
): Question[] {
  return needed[kind]
    .filter(({ any }) => !any.some(has))
    .map(({ any, what }) => {
      const field = any[0] ?? "";
      const seen =
        spare.length > 0
          ? `Columns not yet read: ${spare.slice(0, 12).join(", ")}.`
          : "No column is left over.";
      return question(
        "E_REQUIRED",
        null,
        `No column says ${what} (${any.join(", ")}). ${seen}`,
        spare.slice(0, 12).map((header) => [header, { columns: { [field]: header } }]),
      );
    });
}

/** Prices that say nothing of the interval they are for. */
const bareprices = ["unit_price", "net_unit_price", "list_price", "amount"];
const annual = ["arr", "mrr", "total_contract_value", "acv", "unit_price_monthly", "unit_price_yearly"];

function intervalQuestion(
  has: (name: string) => boolean,
  column: (name: string) => ReadColumn | undefined,
): Question[] {
  const price = bareprices.find(has);
  if (price === undefined || annual.some(has)) return [];
  if (has("billing_interval") || has("price_per") || has("billing_unit")) return [];
  const header = column(price)?.header ?? price;
  return [
    question(
      "E_REQUIRED",
      header,
      `For how long does a price in "${header}" pay? No column says the billing interval.`,
      ["month", "quarter", "year"].map((interval) => [
        interval,
        { constants: { billing_interval: interval } },
      ]),
    ),
  ];
}

/** Whether a discount changes what a row costs: not where a price after discount stands beside it. */
export function discountMatters(has: (name: string) => boolean): boolean {
  const net = ["arr", "mrr", "net_unit_price"].some(has) || (has("unit_price") && has("list_price"));
  return !net && ["unit_price", "unit_price_monthly", "unit_price_yearly", "list_price"].some(has);
}

function discountQuestion(
  table: Table,
  discount: ReadColumn | undefined,
  has: (name: string) => boolean,
  mapping: FileMapping,
): Question[] {
  if (!discount || mapping.discount !== undefined || !discountMatters(has)) return [];
  const values = [...cellsOf(table, discount.index)].map(bareNumber);
  const bare = values.filter(
    ({ percent, text }) => !percent && Number(readDecimal(text, discount.sign ?? ".") ?? 0) > 0,
  );
  if (bare.length === 0) return [];
  const below1 = bare.every(({ text }) => Number(readDecimal(text, discount.sign ?? ".")) < 1);
  if (discount.field.name === "discount_percent" && !below1) return [];
  const sample = bare[0]?.text ?? "";
  const options =
    discount.field.name === "discount" ? ["percent", "fraction", "amount"] : ["percent", "fraction"];
  return [
    question(
      "E_NUMBER_AMBIGUOUS",
      discount.header,
      `Is a ${discount.header} of ${sample} a percentage, a fraction of 1${options.includes("amount") ? ", or an amount of money" : ""}?`,
      options.map((option) => [option, { discount: option }]),
    ),
  ];
}

/**
 * What must be asked before a file of this kind can be read: missing fields, a price without an interval, a discount
 * that may be a percentage, a fraction or an amount, and a header that stands twice.
 */
export function fileQuestions(
  table: Table,
  kind: ImportKind,
  columns: readonly ReadColumn[],
  mapping: FileMapping,
): Question[] {
  const constants = mapping.constants ?? {};
  const column = (name: string) => columns.find(({ field }) => field.name === name);
  const has = (name: string) => Object.hasOwn(constants, name) || column(name) !== undefined;
  const read = new Set(columns.map(({ index }) => index));
  const spare = table.headers.filter((header, i) => !read.has(i) && header.trim() !== "");
  const doubled = columns.filter(
    ({ header }) => table.headers.filter((other) => other === header).length > 1,
  );
  const missing = missingFields(kind, has, spare);
  return [
    ...doubled.map(({ header }) =>
      question("E_HEADER", header, `The header "${header}" stands twice; rename one of the two columns.`),
    ),
    ...missing,
    ...(kind === "contract_lines" && missing.length === 0 ? intervalQuestion(has, column) : []),
    ...(kind === "contract_lines"
      ? discountQuestion(table, column("discount_percent") ?? column("discount"), has, mapping)
      : []),
  ];
}

const vocabulary: Readonly<Record<string, (text: string) => unknown>> = {
  product_kind: readProductKind,
  line_kind: (text) => readLineKind(text) ?? readProductKind(text),
  auto_renew: readBoolean,
  trial: readBoolean,
  withdrawn: readBoolean,
  deleted: readBoolean,
  payment: (text) => readPayment(text) ?? readBoolean(text),
  billing_unit: (text) => readInterval(text),
};

/**
 * Columns whose header looks like a choice of ours but whose words are not: `type` may hold "New business". Such a
 * column is left unread (and the report says so) unless the mapping names it.
 */
export function foreignWords(
  table: Table,
  columns: readonly ReadColumn[],
  mapping: FileMapping,
): Set<number> {
  const foreign = new Set<number>();
  for (const { field, index, stated } of columns) {
    const read = vocabulary[field.name];
    if (!read || stated || mapping.values?.[field.name]) continue;
    const words = new Set([...cellsOf(table, index)].filter((text) => !saysNothing(text)));
    const known = [...words].filter((text) => read(text) !== null).length;
    if (words.size > 0 && known * 2 < words.size) foreign.add(index);
  }
  return foreign;
}

/** The canonical names of all fields of all kinds, which a mapping may name. */
export const fieldNames: ReadonlySet<string> = new Set(
  Object.values(fieldsOf).flatMap((fields) => fields.map(({ name }) => name)),
);
