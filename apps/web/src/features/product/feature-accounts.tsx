import { useState } from "react";
import { AccountRowHead } from "../../ui/account-row-head.tsx";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { amount, type FeatureRow, stateNames, stateTones } from "./adoption.ts";

interface Props {
  row: FeatureRow;
  currency: string | null;
  onWrite: ((row: FeatureRow) => void) | null;
}

const shown = 100;
const states = Object.keys(stateNames) as (keyof typeof stateNames)[];

/** The customers entitled to a feature, by where they stand with it. */
export function FeatureAccounts({ row, currency, onWrite }: Props) {
  const { entry, accounts, byName } = row;
  const of = (state: string) => accounts.filter((account) => account.state === state);
  const [state, setState] = useState(states.findLast((one) => of(one).length > 0) ?? "unused");
  const listed = of(state);
  return (
    <section className="card relative min-w-0 overflow-clip" aria-label={`Accounts: ${entry.feature}`}>
      <div className="flex flex-wrap items-center justify-between gap-2 px-5 pt-4 pb-3">
        <div className="min-w-0">
          <h2 className="text-sm font-semibold">{entry.feature}</h2>
          <p className="text-2xs text-subtle">
            Use is: {entry.workflow} {byName !== null && `Written down by ${byName}.`}
          </p>
        </div>
        <div className="flex min-w-0 max-w-full flex-wrap items-center gap-2 overflow-x-auto">
          <Segmented
            label="Where they stand"
            value={state}
            options={states.map((value) => ({ value, label: `${stateNames[value]} ${of(value).length}` }))}
            onChange={setState}
          />
          {onWrite && <Button onClick={() => onWrite(row)}>Change</Button>}
        </div>
      </div>
      {listed.length === 0 ? (
        <p className="px-5 pb-4 text-xs text-muted">No account stands there.</p>
      ) : (
        <ScrollRegion label={`Accounts: ${stateNames[state]}`}>
          <table className="table open-end tall">
            <caption className="sr-only">
              {entry.feature}: {stateNames[state]}
            </caption>
            <thead>
              <tr>
                <th scope="col" className="pl-5!">
                  Account
                </th>
                <th scope="col">State</th>
                <th scope="col" className="num">
                  Health
                </th>
                <th scope="col" className="num pr-5!">
                  ARR
                </th>
              </tr>
            </thead>
            <tbody>
              {listed.slice(0, shown).map((account) => (
                <tr key={account.accountId}>
                  <AccountRowHead account={account} />
                  <td>
                    <Chip tone={stateTones[account.state]}>{stateNames[account.state]}</Chip>
                  </td>
                  <td className="num">{account.score ?? "—"}</td>
                  <td className="num pr-5!">{amount(account.arr, currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {listed.length > shown && (
        <p className="px-5 py-2 text-2xs text-subtle">
          The {shown} largest of {listed.length}.
        </p>
      )}
    </section>
  );
}
