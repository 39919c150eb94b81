import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { count, majorOf } from "../../lib/format.ts";
import { mayRecord } from "../../lib/may-record.ts";
import { useFilters } from "../../lib/scope.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { AccountRowHead } from "../../ui/account-row-head.tsx";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { HealthMark } from "../../ui/health-mark.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { TableExport } from "../../ui/table-export.tsx";
import {
  amount,
  type FeatureAccount,
  type FeatureDetail,
  stateName,
  states,
  stateTones,
} from "./adoption.ts";
import { TasksDialog } from "./tasks-dialog.tsx";

/** As many as are drawn, and can be chosen, at once. */
const shown = 100;

/** Every customer by where it stands with the feature; tasks can be made for those that are chosen. */
export function FeatureAccounts({ detail }: { detail: FeatureDetail }) {
  const { search, change } = useSearchState();
  const { entry, accounts, currency, counts } = detail;
  const agreed = entry.activeUse !== null;
  const totals = { ...detail.states, not_eligible: counts.notEligible };
  const usual = states.find((one) => totals[one] > 0) ?? "eligible";
  const state = states.find((one) => one === search["show"]) ?? usual;
  // An answer holds the largest accounts; where there are more, those of a state are asked for.
  const isAll = accounts.length === counts.all;
  const asked = { feature: entry.feature, states: [state], limit: shown, ...useFilters() };
  const some = useQuery({
    ...trpc.features.feature.queryOptions(asked),
    enabled: !isAll,
  }).data?.accounts;
  const rows = (some ?? accounts).filter((account) => account.state === state).slice(0, shown);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const may = mayRecord("task");
  const picked = rows.filter(({ accountId }) => chosen.has(accountId));
  const pick = (ids: readonly string[], on: boolean) =>
    setChosen((was) => {
      const next = new Set(was);
      for (const id of ids) on ? next.add(id) : next.delete(id);
      return next;
    });
  return (
    <section className="card relative min-w-0 overflow-clip" aria-label={`Accounts: ${entry.feature}`}>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-3">
        <h2 className="text-sm font-semibold">Accounts</h2>
        <div className="flex min-w-0 max-w-full flex-wrap items-center gap-2">
          <div className="min-w-0 overflow-x-auto">
            <Segmented
              label="Where they stand"
              value={state}
              options={states.map((value) => ({
                value,
                label: `${stateName(value, agreed)} ${count(totals[value])}`,
              }))}
              onChange={(next) => {
                setChosen(new Set());
                change({ show: next === usual ? undefined : next });
              }}
            />
          </div>
          {may && (
            <Button look="primary" disabled={picked.length === 0} onClick={() => setAsking(true)}>
              Make tasks{picked.length > 0 && ` (${picked.length})`}
            </Button>
          )}
          <TableExport
            name={`${entry.feature} accounts`}
            what={`Accounts by where they stand with ${entry.feature}`}
            headers={["account", "segment", "csm", "state", "days_to_first_use", "uses_4_weeks", "arr"]}
            rows={async () => accounts.map((account) => cellsOf(account, currency, agreed))}
            terms={["feature-adoption-rate"]}
          />
        </div>
      </div>
      {totals[state] === 0 ? (
        <p className="px-4 pb-4 text-xs text-muted">No account stands there.</p>
      ) : (
        <ScrollRegion label={`Accounts: ${stateName(state, agreed)}`}>
          <table className="table open-end tall">
            <caption className="sr-only">
              {entry.feature}: {stateName(state, agreed)}
            </caption>
            <thead>
              <tr>
                {may && (
                  <td className="w-8 pl-4!">
                    <input
                      type="checkbox"
                      aria-label="Choose all that are shown"
                      className="size-4 align-middle accent-(--accent)"
                      checked={rows.length > 0 && picked.length === rows.length}
                      onChange={(event) =>
                        pick(
                          rows.map(({ accountId }) => accountId),
                          event.target.checked,
                        )
                      }
                    />
                  </td>
                )}
                <th scope="col" className="pl-5!">
                  Account
                </th>
                <th scope="col">State</th>
                <th scope="col" className="num">
                  Days to first use
                </th>
                <th scope="col" className="num">
                  Users of seats
                </th>
                <th scope="col" className="num">
                  Uses, 4 weeks
                </th>
                <th scope="col">Health</th>
                <th scope="col" className="num pr-5!">
                  ARR
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((account) => (
                <tr key={account.accountId}>
                  {may && (
                    <td className="w-8 pl-4!">
                      <input
                        type="checkbox"
                        aria-label={`Choose ${account.name}`}
                        className="size-4 align-middle accent-(--accent)"
                        checked={chosen.has(account.accountId)}
                        onChange={(event) => pick([account.accountId], event.target.checked)}
                      />
                    </td>
                  )}
                  <AccountRowHead account={account} />
                  <td>
                    <Chip tone={stateTones[account.state]}>{stateName(account.state, agreed)}</Chip>
                  </td>
                  <td className="num">{account.daysToFirstUse ?? "—"}</td>
                  <td className="num">
                    {account.usersLately ?? "—"}{" "}
                    <span className="text-subtle">of {account.seats ?? "—"}</span>
                  </td>
                  <td className="num">{count(account.usesLately)}</td>
                  <td>
                    <HealthMark scored={account.health} />
                  </td>
                  <td className="num pr-5!">{amount(account.arr, currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {totals[state] > rows.length && (
        <p className="px-4 py-2 text-2xs text-subtle">
          The {rows.length} largest of {count(totals[state])}; the file holds{" "}
          {isAll ? "all" : `the ${count(accounts.length)} largest accounts of all states`}.
        </p>
      )}
      <TasksDialog
        open={asking}
        feature={entry.feature}
        accounts={picked}
        onMade={(id) => pick([id], false)}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}

const cellsOf = (account: FeatureAccount, currency: string | null, agreed: boolean) => [
  account.name,
  account.segment ?? "",
  account.csm ?? "",
  stateName(account.state, agreed),
  account.daysToFirstUse === null ? null : { number: String(account.daysToFirstUse) },
  { number: String(account.usesLately) },
  currency === null ? null : { money: majorOf(account.arr, currency), currency },
];
