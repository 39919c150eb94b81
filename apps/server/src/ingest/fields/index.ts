import type { ImportKind } from "@termwise/core/facts";

import { accountFields } from "./accounts.ts";
import { claimFields } from "./claims.ts";
import { lineFields } from "./contract-lines.ts";
import { dealFields } from "./deals.ts";
import { evidenceFields } from "./evidence.ts";
import type { Field } from "./field.ts";
import { rateFields } from "./fx-rates.ts";
import { answerFields, ticketFields, touchFields } from "./signals.ts";
import { usageFields } from "./usage.ts";

export type { Field } from "./field.ts";

/** The fields each kind of file may have, in the order they are documented. */
export const fieldsOf: Readonly<Record<ImportKind, readonly Field[]>> = {
  accounts: accountFields,
  contract_lines: lineFields,
  fx_rates: rateFields,
  usage: usageFields,
  claims: claimFields,
  deals: dealFields,
  evidence: evidenceFields,
  support_tickets: ticketFields,
  survey_answers: answerFields,
  touchpoints: touchFields,
};
