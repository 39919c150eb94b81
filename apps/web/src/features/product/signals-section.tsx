import { counted, dayText } from "../../lib/format.ts";
import { FigureTile } from "../../ui/figure-tile.tsx";
import { Term } from "../../ui/term.tsx";
import type { Signals } from "./adoption.ts";
import { PeopleCard } from "./people-card.tsx";
import { PrecedingCard } from "./preceding-card.tsx";

/** How soon customers come to something of worth, what use goes before renewals, and who is ready to buy. */
export function SignalsSection({ signals }: { signals: Signals }) {
  const { value, people, on } = signals;
  const aha = people.aha[0];
  return (
    <>
      <section
        aria-label="Worth and people"
        className="card grid divide-line max-sm:divide-y sm:grid-cols-2 @[65rem]/page:grid-cols-5 @[65rem]/page:divide-x"
      >
        <FigureTile figure={value.firstValue} comparable={false} panel="behind:ttfv">
          median of {counted(value.firstValue.contributors, "customer")}
        </FigureTile>
        <FigureTile figure={value.delivered} comparable={false} panel="behind:fvd">
          of {counted(value.behind.of, "customer")}
        </FigureTile>
        <FigureTile figure={value.breadth} comparable={false} panel="behind:breadth">
          mean of active of licensed seats, n={value.breadth.contributors} of {value.behind.of}
        </FigureTile>
        <FigureTile figure={people.activation.figure} comparable={false} panel="behind:activation">
          {people.activation.figure.numerator} of {counted(people.people, "new person", "new people")}
        </FigureTile>
        {aha ? (
          <FigureTile figure={aha.figure} label={`Aha: ${aha.feature}`} comparable={false} panel="behind:aha">
            {aha.figure.numerator} of {aha.figure.denominator} people
            {aha.medianDay.value !== null && `, in the middle on day ${aha.medianDay.value}`}
          </FigureTile>
        ) : (
          <div className="px-4 py-3.5 text-xs text-muted">
            <Term id="aha-moment">Aha moment</Term>
            <p className="mt-2 text-2xs">No feature of the catalogue is marked as its pattern.</p>
          </div>
        )}
        <p className="num px-4 pt-2 pb-3 text-2xs text-subtle sm:col-span-full">
          As of {dayText(on)}. People are those that events name: new since {dayText(people.from)}, by a first
          use after 30 days without any.
        </p>
      </section>
      <div className="grid items-start gap-4 @[65rem]/page:grid-cols-2">
        <PrecedingCard preceding={signals.preceding} />
        <PeopleCard people={people} />
      </div>
    </>
  );
}
