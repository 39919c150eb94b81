import { Button } from "../../../ui/button.tsx";
import type { Simulation } from "../comp.ts";
import { GridCard } from "./grid-card.tsx";
import { OutcomeCard } from "./outcome-card.tsx";
import { PayCurveCard } from "./pay-curve-card.tsx";
import type { ScenarioKey, Supposed } from "./scenario-address.ts";
import { SupposeCard } from "./suppose-card.tsx";
import { ThresholdsCard } from "./thresholds-card.tsx";

/** A scenario and what it comes to. */
export interface SimulatedScenario {
  readonly key: ScenarioKey;
  readonly name: string;
  readonly supposed: Supposed;
  readonly found: Simulation;
}

interface Props {
  scenarios: readonly SimulatedScenario[];
  today: string;
  onChange: (key: ScenarioKey, supposed: Supposed) => void;
  /** Null: as many as can stand beside each other are there. */
  onAnother: (() => void) | null;
}

/** What is now, and what each scenario comes to. */
export function Simulated({ scenarios, today, onChange, onAnother }: Props) {
  const [first] = scenarios;
  if (!first) return null;
  const { currency, parts, now, atRisk, book, deals, grid, stands } = first.found;
  const accounts = [
    ...new Map([...book, ...deals].map(({ accountId, account }) => [accountId, account])),
  ].map(([accountId, name]) => ({ accountId, name }));
  // Those of the year before the end of the period, the latest first: earlier ones were paid long ago.
  const since = `${Number(first.found.period.to.slice(0, 4)) - 1}${first.found.period.to.slice(4)}`;
  const recent = deals
    .filter(({ signedOn }) => signedOn === null || signedOn > since)
    .sort((a, b) => ((a.signedOn ?? "9") < (b.signedOn ?? "9") ? 1 : -1));
  const partsOf = (found: Simulation, of: "now" | "scenario") =>
    found.parts.map((part) => ({ component: part.component, amount: part[of] }));
  return (
    <>
      <OutcomeCard
        outcomes={[
          {
            key: "now",
            name: "Now",
            total: now,
            difference: "0",
            atRisk: atRisk.now,
            parts: partsOf(first.found, "now"),
          },
          ...scenarios.map(({ key, name, found }) => ({
            key,
            name,
            total: found.scenario,
            difference: found.difference,
            atRisk: found.atRisk.scenario,
            parts: partsOf(found, "scenario"),
          })),
        ]}
        components={parts.map(({ component, name }) => ({ component, name }))}
        currency={currency}
      />
      {scenarios.map(({ key, name, supposed }) => (
        <SupposeCard
          key={key}
          title={name}
          supposed={supposed}
          book={book.map(({ accountId, account, opening, closing }) => ({
            accountId,
            name: account,
            opening,
            closing,
          }))}
          deals={recent.map(({ dealId, accountId, account, kind, amount, signedOn, split }) => ({
            dealId,
            accountId,
            split,
            name: `${account}, ${kind}`,
            amount,
            signedOn,
          }))}
          accounts={accounts}
          currency={currency}
          today={today}
          onChange={(next) => onChange(key, next)}
        />
      ))}
      {onAnother && (
        <p className="no-print">
          <Button onClick={onAnother}>Compare another scenario</Button>
        </p>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @[65rem]/page:grid-cols-2 *:min-w-0">
        <PayCurveCard
          points={throughAll(scenarios.map(({ found }) => found.chart))}
          standings={[
            ...(stands.now ? [{ key: "now", name: "Now", ...stands.now }] : []),
            ...scenarios.flatMap(({ key, name, found }) =>
              found.stands.scenario ? [{ key, name, ...found.stands.scenario }] : [],
            ),
          ]}
          nrr="100"
          currency={currency}
        />
        <ThresholdsCard
          thresholds={first.found.thresholds.flatMap(({ component, name, by, next }) =>
            next ? [{ component, name, by, next }] : [],
          )}
          currency={currency}
        />
      </div>
      <GridCard grid={grid} currency={currency} />
    </>
  );
}

/** One curve through where every scenario stands. */
function throughAll(charts: readonly Simulation["chart"][]): Simulation["chart"] {
  const points = new Map(charts.flat().map((point) => [Number(point.attainment), point]));
  return [...points].sort(([a], [b]) => a - b).map(([, point]) => point);
}
