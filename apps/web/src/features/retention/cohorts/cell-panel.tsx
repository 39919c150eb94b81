import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { count, counted, money, percent } from "../../../lib/format.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { AccountRowHead } from "../../../ui/account-row-head.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { ScrollRegion } from "../../../ui/scroll-region.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { Failed, Skeleton } from "../../../ui/states.tsx";
import { SumMark } from "../../../ui/sum-mark.tsx";
import { shareText } from "./cells.ts";
import { ageWords, cohortTitle } from "./cohort-words.ts";
import { useAskedCohorts } from "./cohorts.ts";

type Members = Outputs["retention"]["cohortAccounts"];
type Outcome = Members["outcomes"][number];

const outcomeNames: Record<Outcome["outcome"], string> = {
  churned: "Churned",
  contracted: "Contracted",
  expanded: "Expanded",
  kept: "Kept as it was",
};
const order = ["churned", "contracted", "expanded", "kept"];

/** The cell a panel's address is of: `cell:4~2025-Q1`. */
export function cellAddress(panel: string | undefined): { at: number; cohort: string } | null {
  const read = /^cell:(\d{1,4})~(.*)$/.exec(panel ?? "");
  return read ? { at: Number(read[1]), cohort: read[2] ?? "" } : null;
}

/** Who is behind a cell: what became of each member, with sums that make up the cell. */
export function CellPanel({ at, cohort }: { at: number; cohort: string }) {
  const asked = useAskedCohorts();
  const query = useQuery(
    trpc.retention.cohortAccounts.queryOptions(
      { ...asked, cohort, at } as Inputs["retention"]["cohortAccounts"],
      {
        placeholderData: keepPreviousData,
        retry: false,
      },
    ),
  );
  const view = query.data;
  const unit =
    asked?.age ?? (["month", "quarter", "year"].find((one) => one === asked?.by) as string) ?? "quarter";
  return (
    <SidePanel
      title={
        <>
          {cohortTitle(cohort, asked?.by ?? "quarter")} {view?.cell.open && <Chip>to date</Chip>}
        </>
      }
      subtitle={ageWords(at, unit).replace(/^./, (c) => c.toUpperCase())}
    >
      {query.isError ? (
        <Failed
          what="The accounts behind this cell"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      ) : view ? (
        <Body view={view} />
      ) : (
        <div className="flex flex-col gap-3 p-5">
          <Skeleton className="h-10" />
          <Skeleton className="h-80" />
        </div>
      )}
    </SidePanel>
  );
}

function Body({ view }: { view: Members }) {
  const { cell, currency } = view;
  const shares = [
    ["NRR", cell.nrr],
    ["GRR", cell.grr],
    ["Logo", cell.logo],
  ] as const;
  return (
    <>
      <div className="px-5 pt-3 pb-4">
        <p className="figure wrap-anywhere whitespace-normal!" data-cell-arr={cell.arr}>
          {money(cell.arr, currency, { whole: true })}
        </p>
        <p className="num text-xs text-muted">
          of {money(cell.base, currency, { whole: true })} at age 0, {cell.accounts} of{" "}
          {counted(cell.members, "account")} with ARR
        </p>
        <dl className="num mt-2 flex flex-wrap gap-x-6 gap-y-1 text-xs">
          {shares.map(([name, share]) => (
            <div key={name}>
              <dt className="text-2xs text-subtle">{name}</dt>
              <dd className="font-medium">
                {shareText(share)}
                {share !== null && "\u00a0%"}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <ScrollRegion label="Members" className="min-h-0 flex-1 overflow-auto border-t border-line pb-2">
        {[...view.outcomes]
          .sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
          .filter(({ accounts }) => accounts > 0)
          .map((outcome) => (
            <Part key={outcome.outcome} part={outcome} currency={currency} />
          ))}
      </ScrollRegion>
      <div
        className="flex items-center gap-2 border-t border-line px-5 py-2.5 text-xs"
        data-matches={view.matches}
      >
        <SumMark matches={view.matches} of="cell" />
        <span className="num ml-auto text-right font-semibold">
          {money(cell.arr, currency, { whole: true })}
        </span>
      </div>
    </>
  );
}

function Part({ part, currency }: { part: Outcome; currency: string }) {
  const change = String(BigInt(part.arr) - BigInt(part.base));
  return (
    <table className="table tall" data-outcome={part.outcome}>
      <caption className="sr-only">{outcomeNames[part.outcome]}</caption>
      <thead>
        <tr>
          <th scope="col" className="pl-5! text-fg!">
            {outcomeNames[part.outcome]}{" "}
            <span className="num font-normal text-subtle">{count(part.accounts)}</span>
          </th>
          <th
            scope="col"
            className="num pr-5! text-fg!"
            data-outcome-sum={part.arr}
            data-outcome-base={part.base}
          >
            {change === "0"
              ? money(part.arr, currency, { whole: true })
              : money(change, currency, { signed: true, whole: true })}
          </th>
        </tr>
      </thead>
      <tbody>
        {part.rows.map((row) => {
          const own = String(BigInt(row.arr) - BigInt(row.base));
          return (
            <tr key={row.accountId}>
              <AccountRowHead account={row} />
              <td className="num pr-5!">
                {money(row.arr, currency, { whole: true })}
                <small>
                  {own === "0"
                    ? "unchanged"
                    : `${money(own, currency, { signed: true, whole: true })}${
                        row.base === "0"
                          ? ""
                          : `, ${percent(String(Number(own) / Number(row.base)), { signed: true, digits: 0 })}`
                      }`}
                </small>
              </td>
            </tr>
          );
        })}
        {part.rows.length < part.accounts && (
          <tr>
            <td colSpan={2} className="pl-5! text-2xs text-subtle">
              The {part.rows.length} with the largest change of {count(part.accounts)}.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
