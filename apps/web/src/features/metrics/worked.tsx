import { useQuery } from "@tanstack/react-query";
import { count, money, readable } from "../../lib/format.ts";
import { useScope } from "../../lib/scope.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { figureText } from "../../ui/figure-text.ts";

type Figure = Outputs["metrics"]["value"];
type Asked = Inputs["retention"]["overview"];

/** A figure with the numbers of this page: its two sums, and for NRR every step between them. */
export function Worked({ figure }: { figure: Figure }) {
  const print = (minor: string) => (figure.currency ? money(minor, figure.currency) : count(minor));
  const ratio = figure.numerator !== null && figure.denominator !== null;
  return (
    <>
      <dl className="num">
        {figure.term === "nrr" && figure.value !== null ? (
          <Steps figure={figure} />
        ) : (
          ratio && (
            <>
              <Line name="Counted at the close" value={print(figure.numerator ?? "0")} />
              <Line name="Opening" value={print(figure.denominator ?? "0")} />
            </>
          )
        )}
        <Line name={ratio ? "Counted ÷ opening" : figure.name} value={figureText(figure)} strong />
      </dl>
      {figure.value === null && <p className="mt-2 text-muted">{readable(figure.reason ?? "")}</p>}
      {figure.notes.map((note) => (
        <p key={note} className="num mt-2 text-muted">
          {note}.
        </p>
      ))}
    </>
  );
}

/** NRR from opening to close, step by step, as the overview has it. */
function Steps({ figure }: { figure: Figure }) {
  const scope = useScope();
  const { data } = useQuery(trpc.retention.overview.queryOptions(scope as Asked));
  const currency = figure.currency ?? "USD";
  return (
    <>
      <Line name="Opening" value={money(figure.denominator ?? "0", currency)} />
      {data?.bridge.steps
        .filter((step) => step.amount !== "0")
        .map((step) => (
          <Line key={step.step} name={step.name} value={money(step.amount, currency, { signed: true })} />
        ))}
      <Line name="Counted at the close" value={money(figure.numerator ?? "0", currency)} strong />
    </>
  );
}

function Line({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <div className={`flex justify-between gap-4 border-t border-line py-1 ${strong ? "font-semibold" : ""}`}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
