import { counted, dayText, money } from "../../lib/format.ts";
import { Term } from "../../ui/term.tsx";
import type { HandoffAnswer } from "./handoff.ts";

/** Figures and dates of the deal, as the ledger has them. */
export function DealData({ data }: { data: NonNullable<HandoffAnswer["dealData"]> }) {
  const { arr, closedOn, opportunity, signedOn, lines } = data;
  return (
    <section aria-labelledby="deal-data-title" className="card px-4 pt-3 pb-3 text-xs">
      <h2 id="deal-data-title" className="text-sm font-semibold">
        <Term id="deal-data">Deal data</Term>
      </h2>
      <p className="text-2xs text-subtle">From the ledger. It fills no section of the packet.</p>
      <dl className="mt-2 grid grid-cols-[5.5rem_1fr] gap-x-3 gap-y-1.5">
        <dt className="text-subtle">ARR</dt>
        <dd className="num font-medium">
          {arr.length === 0 ? "—" : arr.map(({ amount, currency }) => money(amount, currency)).join(" + ")}
        </dd>
        <dt className="text-subtle">Closed</dt>
        <dd className="num">{dayText(closedOn)}</dd>
        {opportunity !== null && (
          <>
            <dt className="text-subtle">Opportunity</dt>
            <dd className="break-words">{opportunity}</dd>
          </>
        )}
        <dt className="text-subtle">Signed</dt>
        <dd className="num">{signedOn ? dayText(signedOn) : "—"}</dd>
        {lines.map((line) => (
          <div key={line.lineId} className="contents">
            <dt className="text-subtle">Contract</dt>
            <dd>
              {line.product}
              {line.quantity !== "1" && <span className="num"> × {line.quantity}</span>}
              <span className="num block text-2xs text-subtle">
                {dayText(line.startsOn)} to {line.endsOn ? dayText(line.endsOn) : "open end"}
                {line.autoRenew !== null &&
                  (line.autoRenew ? ", renews by itself" : ", does not renew by itself")}
                {line.billing && `, billed every ${intervalText(line.billing)}`}
              </span>
            </dd>
          </div>
        ))}
        {lines.length === 0 && (
          <>
            <dt className="text-subtle">Contract</dt>
            <dd className="text-muted">No contract line has begun yet.</dd>
          </>
        )}
      </dl>
    </section>
  );
}

const intervalText = ({ unit, count }: { unit: string; count: number }): string =>
  count === 1 ? unit : counted(count, unit);
