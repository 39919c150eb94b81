import type { CohortGrain } from "@termwise/core/retention";
import type { z } from "zod";
import type { Scope } from "../routers/scope.ts";
import type { Access } from "./access.ts";
import { type Answer, listing } from "./print.ts";
import { amountText } from "./values.ts";

type Asked = z.input<typeof Scope>;

/** The ARR bridge: opening, steps with their reasons, closing. */
export async function bridgeAnswer(access: Access, asked: Asked): Promise<Answer> {
  const bridge = await access.api.retention.bridge.query(asked);
  const rows: [step: string, amount: string, accounts: string, pp: string | null][] = [
    ["Opening", bridge.opening, String(bridge.openingAccounts), null],
    ...bridge.steps.flatMap((step): [string, string, string, string | null][] => [
      [step.name, step.amount, String(step.accounts), step.pp],
      ...step.reasons.map((reason): [string, string, string, string | null] => [
        `  ${reason.name}`,
        reason.amount,
        "",
        reason.pp,
      ]),
    ]),
    ["Closing", bridge.closing, String(bridge.closingAccounts), bridge.closingPp],
  ];
  return {
    json: bridge,
    csv: {
      header: ["step", "amount_minor", "accounts", "pp_of_opening", "currency"],
      rows: rows.map(([step, amount, accounts, pp]) => [step.trim(), amount, accounts, pp, bridge.currency]),
    },
    text: [
      `ARR bridge, end of ${bridge.opensOn} to end of ${bridge.closesOn}, ${bridge.currency}`,
      listing(
        ["Step", "ARR", "Accounts", "pp"],
        1,
        rows.map(([step, amount, accounts, pp]) => [
          step,
          amountText(amount, bridge.currency),
          accounts,
          pp ?? "",
        ]),
      ),
      bridge.unexplained === "0"
        ? "The bridge closes: nothing is unexplained."
        : `The bridge does not close: ${amountText(bridge.unexplained, bridge.currency)} is unexplained.`,
    ],
  };
}

/** Every movement of the period, with the lines and source rows behind it. */
export async function movementsAnswer(access: Access, asked: Asked): Promise<Answer> {
  const { rows, currency } = await access.api.retention.movements.query(asked);
  const lineText = (row: (typeof rows)[number]) =>
    row.lines
      .map((line) => (line.file ? `${line.file}:${line.line ?? ""}` : (line.key ?? line.lineId)))
      .join(" ");
  const reasons = (row: (typeof rows)[number]) => row.reasons.map((part) => part.reason).join("+");
  return {
    json: { currency, rows },
    csv: {
      header: [
        "on",
        "account_id",
        "external_id",
        "name",
        "kind",
        "amount_minor",
        "currency",
        "booked_minor",
        "booked_currency",
        "balance_minor",
        "reasons",
        "sourced_by",
        "lines",
      ],
      rows: rows.map((row) => [
        row.on,
        row.accountId,
        row.externalIds.join(" "),
        row.name,
        row.kind,
        row.amount,
        currency,
        row.booked.amount,
        row.booked.currency,
        row.booked.balance,
        reasons(row),
        row.sourcedBy,
        lineText(row),
      ]),
    },
    text: [
      listing(
        ["Day", "Account", "Kind", "Reasons", "From", `ARR ${currency}`],
        5,
        rows.map((row) => [
          row.on,
          row.name,
          row.kind,
          reasons(row),
          lineText(row),
          row.amount === null
            ? `${amountText(row.booked.amount, row.booked.currency)} ${row.booked.currency}`
            : amountText(row.amount, currency),
        ]),
      ),
      rows.length === 1 ? "1 movement" : `${rows.length} movements`,
      ...(rows.some((row) => row.amount === null)
        ? [`Told as booked: a rate to ${currency} is missing. Import exchange rates, or filter by currency.`]
        : []),
    ],
  };
}

/** Cohorts by first ARR: ARR and accounts at each age. */
export async function cohortsAnswer(access: Access, asked: Asked & { by: CohortGrain }): Promise<Answer> {
  const table = await access.api.retention.cohorts.query(asked);
  const cells = table.cohorts.flatMap((cohort) => cohort.cells.map((cell) => ({ cohort, cell })));
  const ages = Math.max(0, ...table.cohorts.map((cohort) => cohort.cells.length));
  const percent = (pp: string | null | undefined) => (pp == null ? "-" : Number(pp).toFixed(1));
  return {
    json: table,
    csv: {
      header: [
        "cohort",
        "accounts_in_cohort",
        "age",
        "on",
        "arr_minor",
        "accounts",
        "kept_minor",
        "nrr_pp",
        "grr_pp",
        "logo_pp",
        "currency",
      ],
      rows: cells.map(({ cohort, cell }) => [
        cohort.cohort,
        String(cohort.accounts),
        String(cell.age),
        cell.on,
        cell.arr,
        String(cell.accounts),
        cell.kept,
        cell.nrr,
        cell.grr,
        cell.logo,
        table.currency,
      ]),
    },
    text: [
      `Net retention by ${table.by} of first ARR, % of the ARR at age 0 (${table.currency}, through ${table.through})`,
      listing(
        ["Cohort", "Accounts", "ARR at 0", ...Array.from({ length: ages }, (_, age) => String(age))],
        1,
        table.cohorts.map((cohort) => [
          cohort.cohort,
          String(cohort.accounts),
          cohort.cells[0] ? amountText(cohort.cells[0].arr, table.currency) : "-",
          ...cohort.cells.map((cell) => percent(cell.nrr)),
        ]),
      ),
    ],
  };
}
