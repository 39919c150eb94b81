import { Link } from "@tanstack/react-router";
import { Check, CircleAlert } from "lucide-react";
import { money } from "../../lib/format.ts";
import { shownSteps } from "./bridge-rows.ts";
import { keepScope } from "./keep-scope.ts";
import type { Overview } from "./overview.ts";

type Bridge = Overview["bridge"] | Overview["reconciliation"];

/** Opening and every step add up to the closing, for the cohort that NRR follows and for the whole book. */
export function Reconciliation({ view }: { view: Overview }) {
  const closes = view.bridge.unexplained === "0" && view.reconciliation.unexplained === "0";
  return (
    <section className="card @container/recon" aria-labelledby="recon-title">
      <div className="flex flex-wrap items-start justify-between gap-x-4 px-4 pt-3 pb-1">
        <div>
          <h2 id="recon-title" className="text-sm font-semibold">
            Reconciliation
          </h2>
          <p className="mt-0.5 text-2xs text-subtle">
            {closes
              ? "Both bridges close, nothing unexplained"
              : "A bridge does not close: the ledger needs a look"}
          </p>
        </div>
        <p className="no-print mt-0.5 flex gap-4 text-2xs leading-6 font-medium text-link">
          <Link to="/retention/bridge" search={keepScope} className="hover:underline">
            ARR bridge
          </Link>
          <Link to="/retention/cohorts" search={keepScope} className="hover:underline">
            Cohorts
          </Link>
        </p>
      </div>
      <Strip name="Opening cohort" note="what NRR follows" bridge={view.bridge} currency={view.currency} />
      <Strip
        name="All customers"
        note="the whole book"
        bridge={view.reconciliation}
        currency={view.currency}
      />
    </section>
  );
}

interface StripProps {
  name: string;
  note: string;
  bridge: Bridge;
  currency: string;
}

function Strip({ name, note, bridge, currency }: StripProps) {
  const closes = bridge.unexplained === "0";
  return (
    <div className="flex flex-col border-t border-line py-2.5 @[55rem]/recon:flex-row @[55rem]/recon:items-center">
      <h3 className="w-36 flex-none px-4 text-xs font-medium">
        {name}
        <span className="block text-2xs font-normal text-subtle">{note}</span>
      </h3>
      <dl className="num flex flex-1 flex-col px-4 @[55rem]/recon:flex-row @[55rem]/recon:items-center @[55rem]/recon:justify-between @[55rem]/recon:gap-4 @[55rem]/recon:border-l @[55rem]/recon:border-line">
        <Cell name="Opening" amount={money(bridge.opening, currency)} />
        {shownSteps(bridge).map((step) => (
          <Cell key={step.step} name={step.name} amount={money(step.amount, currency, { signed: true })} />
        ))}
        <span aria-hidden className="hidden text-subtle @[55rem]/recon:inline">
          =
        </span>
        <Cell name="Closing" amount={money(bridge.closing, currency)} strong />
        <div className={cell}>
          <dt className="text-2xs text-subtle">Unexplained</dt>
          <dd className="flex items-center gap-1.5 text-xs font-medium">
            {money(bridge.unexplained, currency)}
            {closes ? (
              <Check size={16} strokeWidth={1.75} className="text-positive" aria-label="closes" />
            ) : (
              <CircleAlert
                size={16}
                strokeWidth={1.75}
                className="text-negative"
                aria-label="does not close"
              />
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}

const cell =
  "flex items-center justify-between border-t border-line py-1 first:border-0 @[55rem]/recon:block @[55rem]/recon:border-0 @[55rem]/recon:py-0";

function Cell({ name, amount, strong = false }: { name: string; amount: string; strong?: boolean }) {
  return (
    <div className={cell}>
      <dt className="text-2xs whitespace-nowrap text-subtle">{name}</dt>
      <dd className={strong ? "text-xs font-semibold" : "text-xs font-medium"}>{amount}</dd>
    </div>
  );
}
