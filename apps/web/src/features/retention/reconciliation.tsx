import { Check, CircleAlert } from "lucide-react";
import { money } from "../../lib/format.ts";
import { shownSteps } from "./bridge-rows.ts";
import type { Overview } from "./overview.ts";

/** Opening and every step add up to the closing; what does not is named. */
export function Reconciliation({ view }: { view: Overview }) {
  const { bridge } = view;
  const currency = view.figures.opening.figure.currency ?? "USD";
  const closes = bridge.unexplained === "0";
  const cells = [
    { key: "opening", name: "Opening", amount: money(bridge.opening, currency), strong: false },
    ...shownSteps(bridge).map((step) => ({
      key: step.step,
      name: step.name,
      amount: money(step.amount, currency, { signed: true }),
      strong: false,
    })),
  ];
  return (
    <section className="card @container/recon" aria-labelledby="recon-title">
      <div className="flex flex-col @[55rem]/recon:flex-row">
        <div className="flex-none px-4 pt-3 pb-1 @[55rem]/recon:pb-3">
          <h2 id="recon-title" className="text-sm font-semibold">
            Reconciliation
          </h2>
          <p className="mt-0.5 text-2xs text-subtle">
            {closes ? "Bridge closes, nothing unexplained" : "Bridge does not close"}
          </p>
        </div>
        <dl className="num flex flex-1 flex-col border-line px-4 pb-2 @[55rem]/recon:my-2.5 @[55rem]/recon:flex-row @[55rem]/recon:items-center @[55rem]/recon:justify-between @[55rem]/recon:gap-4 @[55rem]/recon:border-l @[55rem]/recon:px-6 @[55rem]/recon:pb-0">
          {cells.map((cell) => (
            <Cell key={cell.key} name={cell.name} amount={cell.amount} strong={cell.strong} />
          ))}
          <span aria-hidden className="hidden text-subtle @[55rem]/recon:inline">
            =
          </span>
          <Cell name="Closing" amount={money(bridge.closing, currency)} strong />
          <div className="flex items-center justify-between border-t border-line py-1 @[55rem]/recon:block @[55rem]/recon:border-0 @[55rem]/recon:py-0">
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
    </section>
  );
}

function Cell({ name, amount, strong }: { name: string; amount: string; strong: boolean }) {
  return (
    <div className="flex items-center justify-between border-t border-line py-1 first:border-0 @[55rem]/recon:block @[55rem]/recon:border-0 @[55rem]/recon:py-0">
      <dt className="text-2xs whitespace-nowrap text-subtle">{name}</dt>
      <dd className={strong ? "text-xs font-semibold" : "text-xs font-medium"}>{amount}</dd>
    </div>
  );
}
