import { dayText, money, points } from "../../lib/format.ts";
import { figureParts, figureText, periodName } from "../../ui/figure-text.ts";
import { FigureTile } from "../../ui/figure-tile.tsx";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import type { Account } from "./account.ts";

/** What the account is worth at the close, and its part in NRR and GRR of the whole company. */
export function AccountFigures({ account }: { account: Account }) {
  const { arr, contribution, currency } = account;
  return (
    <section
      aria-label="Figures"
      className="card grid grid-cols-1 gap-px overflow-hidden bg-line *:bg-surface @[37.5rem]/page:grid-cols-3"
    >
      <FigureTile figure={arr} label="ARR" comparable={false} behind="#lines">
        {arr.value !== null && arr.currency && money(arr.value, arr.currency)}
        <br />
        at the end of {dayText(arr.period.to)}
      </FigureTile>
      <Contribution name="NRR" part={contribution.nrr} currency={currency} />
      <Contribution name="GRR" part={contribution.grr} currency={currency} />
    </section>
  );
}

interface ContributionProps {
  name: string;
  part: Account["contribution"]["nrr"];
  currency: string;
}

/** What the account adds to a ratio of the company: its own two sums, and the company's figure they are part of. */
function Contribution({ name, part: { own, whole, effect }, currency }: ContributionProps) {
  const parts = figureParts(whole);
  return (
    <div className="flex min-w-0 flex-col px-4 py-3.5">
      <div className="flex h-5 items-center text-xs text-muted">
        <OpensPanel panel={`def:${whole.term}`} data-definition="" className="term truncate pb-0.5 leading-6">
          Contribution to {name}
        </OpensPanel>
      </div>
      <p className="figure num mt-1.5">
        {effect === null ? "—" : points(effect, { digits: 2, unit: false })}
        {effect !== null && <span className="text-md font-medium tracking-normal text-muted"> pp</span>}
      </p>
      <p className="num mt-2 text-2xs text-subtle">
        {own.denominator === null || own.denominator === "0" || own.numerator === null ? (
          <>No ARR at the opening, {dayText(whole.period.opensOn)}: not in the cohort</>
        ) : (
          <>
            {money(own.numerator, currency)} counted of {money(own.denominator, currency)} at the opening
          </>
        )}
        <br />
        {periodName(whole.period.text)}:{" "}
        <OpensPanel panel={`drill:${whole.term}`} className="rounded-sm text-link hover:underline">
          {name} {parts ? figureText(whole) : "not computable"}
        </OpensPanel>
      </p>
    </div>
  );
}
