import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { valueName } from "../../lib/dimension-names.ts";
import { count, counted, readable } from "../../lib/format.ts";
import { movementName, stepName } from "../../lib/movement-names.ts";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { AccountRowHead } from "../../ui/account-row-head.tsx";
import { Button } from "../../ui/button.tsx";
import { figureText, periodName } from "../../ui/figure-text.ts";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { Failed, Skeleton } from "../../ui/states.tsx";
import { SumMark } from "../../ui/sum-mark.tsx";
import { type Contributors, partOf } from "./contributor-rows.ts";
import { ContributorsExport } from "./contributors-export.tsx";
import { type PanelWithin, termOfStep } from "./panel-address.ts";
import { usePanelScope, withinText } from "./panel-scope.ts";

type Asked = Inputs["metrics"]["contributors"];
const fewRows = 100;

interface Props {
  term: string;
  step: string | null;
  /** One group of the page's breakdown; `null`: all of them. */
  group: string | null;
  within: PanelWithin;
}

/** The accounts that add up to a figure, largest part first, and their sum beside the figure. */
export function ContributorsPanel({ term, step, group, within }: Props) {
  const scope = usePanelScope(within);
  const { search: address } = useSearchState();
  const by = address["by"];
  const [find, setFind] = useState("");
  const [pageSize, setPageSize] = useState(fewRows);
  const search = useDeferredValue(find.trim());
  const asked = {
    ...scope,
    term,
    pageSize,
    ...(step ? { step } : {}),
    ...(group !== null && by ? { filters: { ...scope.filters, [by]: [group] } } : {}),
    ...(search ? { search } : {}),
  } as Asked;
  const query = useQuery(
    trpc.metrics.contributors.queryOptions(asked, { placeholderData: keepPreviousData }),
  );
  const first = query.data;
  const definition = step ? termOfStep(step) : term;
  const title = step ? stepName(step) : (first?.figure.name ?? "Accounts");
  return (
    <SidePanel
      title={title}
      subtitle={
        first
          ? [
              group !== null && by && valueName(group, by),
              ...withinText(within),
              periodName(first.figure.period.text),
            ]
              .filter(Boolean)
              .join(", ")
          : "\u00a0"
      }
      footer={
        definition && (
          <OpensPanel panel={`def:${definition}`} className="hover:underline">
            Definition of {step ? movementName(step.split(":")[1] ?? "") : title}
            {first && !step ? `, v${first.figure.version}` : ""}
          </OpensPanel>
        )
      }
    >
      {query.isError ? (
        <Failed
          what="The accounts behind this figure"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      ) : first ? (
        <>
          <Sum first={first} step={step} />
          <div className="flex items-center gap-2 px-5 pb-3">
            <label className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-control border border-input px-2 text-subtle focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-(--focus)">
              <Search size={16} strokeWidth={1.5} aria-hidden />
              <input
                type="search"
                value={find}
                onChange={(event) => setFind(event.target.value)}
                placeholder={`Find in ${counted(first.count, "account")}`}
                aria-label="Find in contributors"
                className="w-full min-w-0 bg-transparent text-xs text-fg outline-none"
              />
            </label>
            <ContributorsExport asked={asked} name={`${(step ?? term).replaceAll(":", "-")}-accounts`} />
          </div>
          <Rows view={first} step={step} />
          {first.found > first.rows.length && pageSize === fewRows && (
            <div className="border-t border-line px-5 py-2">
              <Button onClick={() => setPageSize(500)}>
                Show {first.found > 500 ? `500 of ${count(first.found)}` : `all ${count(first.found)}`}
              </Button>
            </div>
          )}
          <Foot first={first} step={step} />
        </>
      ) : (
        <div className="flex flex-col gap-3 p-5">
          <Skeleton className="h-10" />
          <Skeleton className="h-80" />
        </div>
      )}
    </SidePanel>
  );
}

function Sum({ first, step }: { first: Contributors; step: string | null }) {
  const { figure, total } = first;
  const part = partOf(figure, total, step);
  return (
    <div className="px-5 pt-3 pb-4">
      <p className="figure wrap-anywhere whitespace-normal!" data-panel-figure="">
        {step ? part.amount : figureText(figure)}
      </p>
      {!step && figure.value === null && (
        <p className="text-xs text-muted">{readable(figure.reason ?? "")}</p>
      )}
      <dl className="num mt-2 flex flex-wrap gap-x-6 gap-y-1 text-xs">
        {part.effect !== null && (
          <div>
            <dt className="text-2xs text-subtle">
              {step?.startsWith("bridge:") ? "Of opening ARR" : step ? "Effect on NRR" : "Away from 100 %"}
            </dt>
            <dd className="font-medium">{part.effect}</dd>
          </div>
        )}
        <div>
          <dt className="text-2xs text-subtle">Accounts</dt>
          <dd className="font-medium">{count(first.count)}</dd>
        </div>
        {part.of !== null && (
          <div>
            <dt className="text-2xs text-subtle">Counted, of</dt>
            <dd className="font-medium">
              {part.amount} of {part.of}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Rows({ view, step }: { view: Contributors; step: string | null }) {
  const { rows, figure } = view;
  if (rows.length === 0)
    return (
      <p className="flex-1 border-t border-line px-5 py-6 text-xs text-muted">
        No account with this name adds to it.
      </p>
    );
  const ratio = figure.unit === "ratio" && step === null;
  return (
    <ScrollRegion label="Accounts" className="min-h-0 flex-1 overflow-auto border-t border-line">
      <table className="table tall">
        <caption className="sr-only">Accounts that add up to the figure</caption>
        <thead className="sticky top-0 z-10">
          <tr>
            <th scope="col" className="pl-5!">
              Account
            </th>
            <th scope="col" className="num pr-5!">
              {ratio ? "Counted, of opening" : "Amount, effect"}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const part = partOf(figure, row, step);
            return (
              <tr key={row.accountId}>
                <AccountRowHead account={row} />
                <td className="num pr-5!">
                  <span data-contribution={row.numerator}>{part.amount}</span>
                  <small>
                    {ratio && part.of !== null ? `of ${part.of}` : ""}
                    {ratio && part.of !== null && part.effect !== null ? ", " : ""}
                    {part.effect ?? ""}
                  </small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Foot({ first, step }: { first: Contributors; step: string | null }) {
  const part = partOf(first.figure, first.total, step);
  return (
    <div
      className="flex items-center gap-2 border-t border-line px-5 py-2.5 text-xs"
      data-sum={first.total.numerator}
      data-sum-of={first.total.denominator ?? ""}
      data-matches={first.matches}
    >
      <SumMark matches={first.matches} of="figure" />
      <span className="num ml-auto text-right leading-[18px] font-semibold">
        {part.amount}
        {(part.of ?? part.effect) !== null && (
          <small className="block text-2xs font-normal text-subtle">
            {part.of !== null ? `of ${part.of}` : part.effect}
          </small>
        )}
      </span>
    </div>
  );
}
