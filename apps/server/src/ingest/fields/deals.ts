import { field } from "./field.ts";
import { ofAccountFields } from "./of-account.ts";

/** The fields of a file of deals. */
export const dealFields = [
  ...ofAccountFields,
  field(
    "opportunity",
    "id",
    "The deal's id, or its name.",
    "opportunity id, deal id, opportunity name, deal name, deal, opportunity key, record id deal",
  ),
  field(
    "deal_stage",
    "word",
    "Where the deal stands. Rows that are not closed as won are not taken.",
    "stage, stage name, opportunity stage, sales stage, deal status, is won, won, status",
  ),
  field(
    "closed_at",
    "date",
    "When the deal was closed: a moment with its time, or a day, which then counts as its end.",
    "close date, closed on, closed date, closedate, close time, won on, won date, won at, closed won date",
  ),
  field(
    "signed_on",
    "date",
    "The day the contract was signed.",
    "contract signed date, signed date, signature date, customer signed date, company signed date, signed at",
  ),
  field("system", "text", "The system the deals come from.", "source system, source"),
];
