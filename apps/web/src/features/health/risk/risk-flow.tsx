import { counted, dayText, money } from "../../../lib/format.ts";
import type { Queue } from "../health.ts";

type Flow = Queue["flow"];
type Move = Flow["moves"][number]["move"];

const names: Readonly<Record<Move, { sign: string; name: string }>> = {
  before: { sign: "", name: "At risk on" },
  entered: { sign: "+", name: "Entered" },
  recovered: { sign: "−", name: "Recovered alone" },
  saved: { sign: "−", name: "Saved by a play" },
  lost: { sign: "−", name: "Lost" },
  now: { sign: "=", name: "At risk now" },
};

/** How the queue changed: who was there, entered, recovered, was saved or lost, and is there now. It adds up. */
export function RiskFlow({ flow, currency }: { flow: Flow; currency: string | null }) {
  return (
    <section aria-label={`The queue in ${flow.weeks} weeks`} className="min-w-0 flex-1 basis-96">
      <dl className="grid grid-cols-3 gap-x-3 gap-y-2 sm:grid-cols-6">
        {flow.moves.map(({ move, accounts, arr, who }) => (
          <div key={move} data-move={move} data-accounts={accounts} className="min-w-0">
            <dt className="text-2xs text-muted">
              {names[move].sign && <span aria-hidden>{names[move].sign} </span>}
              {names[move].name}
              {move === "before" && ` ${dayText(flow.after)}`}
            </dt>
            <dd className="num m-0 text-sm font-semibold" title={who.map(({ name }) => name).join(", ")}>
              {accounts}
              <span className="sr-only"> {counted(accounts, "account").replace(/^\S+ /, "")}</span>
              <span className="block text-2xs font-normal text-subtle">
                {currency === null ? "—" : money(arr, currency, { whole: true })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
