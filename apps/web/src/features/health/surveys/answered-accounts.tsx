import { useState } from "react";
import { count, counted, dayText, exactNumber, money } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { SumMark } from "../../../ui/sum-mark.tsx";
import { HealthLink } from "../account-link.tsx";
import type { AnsweredAccount, Surveys } from "./surveys.ts";

const atFirst = 25;
const sumOf = (rows: readonly AnsweredAccount[], of: (row: AnsweredAccount) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0);
const averaged = [
  { key: "csat", header: "CSAT · answers" },
  { key: "ces", header: "CES · answers" },
  { key: "pulse", header: "Pulse · answers" },
] as const;
const averageOf = ({ answers, average }: AnsweredAccount["csat"]) =>
  average === null ? "—" : `${exactNumber(average)} · ${count(answers)}`;

/** Whose answers they are, each account with what it adds; the sums stand below and equal the scores' parts. */
export function AnsweredAccounts({ surveys }: { surveys: Surveys }) {
  const { accounts, scores, currency, period } = surveys;
  const [shown, setShown] = useState(atFirst);
  const [promoters, passives, detractors] = [
    sumOf(accounts, ({ nps }) => nps.promoters),
    sumOf(accounts, ({ nps }) => nps.passives),
    sumOf(accounts, ({ nps }) => nps.detractors),
  ];
  const adds =
    promoters === scores.nps.promoters &&
    passives === scores.nps.passives &&
    detractors === scores.nps.detractors &&
    averaged.every(({ key }) => sumOf(accounts, (row) => row[key].answers) === scores[key].answers);
  return (
    <section className="card min-w-0" aria-labelledby="answered-title">
      <div className="px-4 pt-3 pb-2">
        <h2 id="answered-title" className="text-sm font-semibold">
          Accounts that answered
        </h2>
        <p className="num flex flex-wrap items-center gap-1.5 text-2xs text-subtle">
          {counted(accounts.length, "account")}, ARR of {dayText(period.to)}{" "}
          <SumMark matches={adds} of="scores" />
        </p>
      </div>
      {accounts.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          Nobody answered a survey in this period. Answers come by import, from a source or by the API.
        </p>
      ) : (
        <DataTable
          caption="Accounts that answered"
          rows={accounts.slice(0, shown)}
          rowKey={({ accountId }) => accountId}
          tall
          footer
          columns={[
            {
              key: "account",
              header: "Account",
              footer: "All accounts",
              cell: (row) => <HealthLink account={row} under={row.csm} />,
            },
            {
              key: "promoters",
              header: "Promote",
              numeric: true,
              footer: count(promoters),
              cell: ({ nps }) => count(nps.promoters),
            },
            {
              key: "passives",
              header: "Passive",
              numeric: true,
              footer: count(passives),
              cell: ({ nps }) => count(nps.passives),
            },
            {
              key: "detractors",
              header: "Detract",
              numeric: true,
              footer: count(detractors),
              cell: ({ nps }) => count(nps.detractors),
            },
            ...averaged
              .filter(({ key }) => scores[key].answers > 0)
              .map(({ key, header }) => ({
                key,
                header,
                numeric: true,
                footer: count(scores[key].answers),
                cell: (row: AnsweredAccount) => averageOf(row[key]),
              })),
            {
              key: "arr",
              header: "ARR",
              numeric: true,
              footer: "",
              cell: ({ arr }) => (currency ? money(arr, currency, { whole: true }) : "—"),
            },
            {
              key: "last",
              header: "Last answer",
              numeric: true,
              footer: "",
              cell: ({ lastOn }) => dayText(lastOn),
            },
          ]}
        />
      )}
      {accounts.length > shown && (
        <p className="border-t border-line px-4 py-2.5">
          <Button onClick={() => setShown(shown + 4 * atFirst)}>
            Show more, {count(accounts.length - shown)} left
          </Button>
        </p>
      )}
    </section>
  );
}
