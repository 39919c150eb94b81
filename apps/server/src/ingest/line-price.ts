import type { BillingInterval, LineKind, Price, ProductKind } from "@termwise/core/facts";
import type { Currency } from "@termwise/core/kernel";
import { believedPrice, differingPrice, spreadTotal } from "./believed-price.ts";
import { wordOf } from "./cell-text.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { readLineKind, readProductKind } from "./choices.ts";
import { intervals } from "./intervals.ts";
import { priceFields } from "./map-headers.ts";
import { readIntervals } from "./read-intervals.ts";
import { type StatedPrice, statedPrices } from "./read-price.ts";
import type { Term } from "./read-term.ts";
import type { Remarks } from "./remarks.ts";

/** What a row's line is and costs. */
export interface LinePrice {
  readonly price: Price;
  readonly billing: BillingInterval | null;
  readonly productKind: ProductKind;
  readonly lineKind: LineKind;
}

const usuallyOnce = /^(professional services?|ps|implementation|training|onboarding|setup|consulting)$/;

function kindsOf(
  row: RowInCheck,
  oneTime: boolean,
  remarks: Remarks,
): { productKind: ProductKind; lineKind: LineKind } {
  const { reader } = row;
  const kindWord = reader.word("line_kind");
  const fromWord = kindWord === null ? null : readProductKind(kindWord);
  const lineKind =
    kindWord !== null && readLineKind(kindWord) === null && fromWord !== null
      ? null
      : reader.choice("line_kind", readLineKind, "recurring, usage, one_time");
  const productKind =
    reader.choice("product_kind", readProductKind, "core, add_on, service") ?? fromWord ?? "core";
  if (lineKind) return { productKind, lineKind };
  if (oneTime) return { productKind, lineKind: "one_time" };
  if (usuallyOnce.test(wordOf(reader.word("product_kind") ?? ""))) {
    remarks.say(
      row.file.name,
      row.line,
      reader.header("product_kind"),
      "W_READ_AS",
      "Professional services, training and set-up are read as one-time (no ARR); say otherwise with a line_kind column.",
    );
    return { productKind, lineKind: "one_time" };
  }
  return { productKind, lineKind: "recurring" };
}

const perIntervalPrices = ["unit_price", "net_unit_price", "list_price", "amount"];

/** Refuses a row no cell of which states a price. */
export function missingPrice(row: RowInCheck): null {
  const { reader } = row;
  const field = priceFields.find((name) => reader.has(name)) ?? "arr";
  return reader.problem(
    "E_REQUIRED",
    field,
    null,
    "The price is missing.",
    "Fill it in; 0 for a line without charge.",
  );
}

function sayPrice(
  row: RowInCheck,
  kept: StatedPrice,
  quantity: string,
  over: boolean,
  remarks: Remarks,
): void {
  const header = row.reader.header(kept.field);
  if (kept.field === "amount" && quantity !== "1")
    remarks.say(
      row.file.name,
      row.line,
      header,
      "W_READ_AS",
      `It is read as the price of the whole line, not multiplied by the quantity. If it is per unit: {"columns": {"unit_price": ${JSON.stringify(header)}}}.`,
    );
  if (kept.field.includes("unit") && row.reader.column("quantity") && row.reader.word("quantity") === null)
    remarks.say(
      row.file.name,
      row.line,
      row.reader.header("quantity"),
      "W_ASSUMED",
      "Rows with a price per unit and no quantity are read as one unit.",
    );
  const perMonthOrYear = { unit_price_monthly: "mrr", unit_price_yearly: "arr" }[kept.field];
  if (perMonthOrYear && quantity !== "1" && !/unit|seat|user|licen/i.test(header))
    remarks.say(
      row.file.name,
      row.line,
      header,
      "W_READ_AS",
      `It is read as the price of one unit and multiplied by the quantity. If it is the price of the whole line: {"columns": {"${perMonthOrYear}": ${JSON.stringify(header)}}}.`,
    );
  if ((kept.field === "mrr" || kept.field === "arr") && over && kept.annual?.n === 0n)
    remarks.say(
      row.file.name,
      row.line,
      header,
      "W_STATUS",
      "Lines that are over have 0 here: it may be what they pay now, not what they paid. As it stands they never carried ARR.",
    );
}

function missingInterval({ reader }: RowInCheck): null {
  return reader.problem(
    "E_REQUIRED",
    reader.has("billing_interval") ? "billing_interval" : "price_per",
    null,
    "The billing interval is missing, so the price has no meaning.",
    "Fill in month, quarter or year.",
  );
}

function missingEnd({ reader }: RowInCheck): null {
  return reader.problem(
    "E_REQUIRED",
    "ends_on",
    null,
    "A total contract value needs an end day to be spread over its term.",
    "Fill in the end day, or give the price per month or year.",
  );
}

/** The price of a row's line, with how it is billed and of what kind it is; `null` when the row is refused. */
export function priceOf(
  row: RowInCheck,
  term: Term,
  currency: Currency,
  quantity: string,
  remarks: Remarks,
): LinePrice | null {
  const { reader } = row;
  const stated = (field: string) => reader.word(field) !== null;
  const needsInterval =
    perIntervalPrices.some(stated) && !["arr", "mrr", "total_contract_value"].some(stated);
  const read = readIntervals(reader, needsInterval);
  const kinds = kindsOf(row, read.oneTime, remarks);
  const once = kinds.lineKind === "one_time" && (read.price ?? read.billing) === null;
  const prices = statedPrices(
    reader,
    currency,
    quantity,
    once ? { billing: null, price: intervals.year } : read,
  );
  const over = term.status === "over" || term.endsOn !== null;
  const spread = prices.flatMap((price) => spreadTotal(price, term, kinds.lineKind) ?? []);
  const kept = believedPrice(spread, over);
  if (row.refused) return null;
  if (!kept) return prices.length > 0 ? missingEnd(row) : missingInterval(row);
  const other = differingPrice(kept, spread);
  if (other)
    remarks.say(
      row.file.name,
      row.line,
      reader.header(other.field),
      "W_PRICE_DIFFERS",
      `"${reader.header(other.field)}" and "${reader.header(kept.field)}" of line ${row.line} disagree; "${reader.header(kept.field)}" was used.`,
      kept.field,
    );
  sayPrice(row, kept, quantity, over, remarks);
  return { price: kept.price, billing: read.billing, ...kinds };
}
