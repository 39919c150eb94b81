import type { FxRate } from "@termwise/core/facts";
import type { Currency } from "@termwise/core/kernel";
import type { Row } from "../../table-rows.ts";
import type { fxRate } from "../tables/fx-rate.ts";
import { stampOf, stampRow, withdrawnOf, withdrawnRow } from "./stamp.ts";

export const rateRow = (fact: FxRate): Row<typeof fxRate> => ({
  ...stampRow(fact),
  ...withdrawnRow(fact),
  base: fact.base,
  quote: fact.quote,
  rate: fact.rate,
});

export const rateFact = (row: Row<typeof fxRate>): FxRate => ({
  kind: "fx_rate",
  base: row.base as Currency,
  quote: row.quote as Currency,
  rate: row.rate,
  ...withdrawnOf(row),
  ...stampOf(row),
});
