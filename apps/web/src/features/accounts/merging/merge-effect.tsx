import { TriangleAlert } from "lucide-react";
import { money } from "../../../lib/format.ts";
import { type Outputs, refusalOf } from "../../../lib/trpc.ts";
import { Skeleton } from "../../../ui/states.tsx";

type Together = Outputs["accounts"]["together"];

/** What merging two accounts does, in words, before it is done. */
export function MergeEffect({ data, error }: { data: Together | undefined; error: unknown }) {
  if (error)
    return (
      <p role="alert" className="mb-3 text-xs text-negative">
        {refusalOf(error).message}
      </p>
    );
  if (!data) return <Skeleton className="mb-3 h-28" />;
  const { account, into, currency, closes } = data;
  const arr = (amount: string) => (currency === null ? "no ARR" : money(amount, currency));
  return (
    <section aria-label="What it does" className="mb-3 rounded-card bg-sunken px-3 py-2.5 text-xs">
      <p className="num font-medium">
        {account.name} {arr(account.arr)} + {into.name} {arr(into.arr)} = {into.name} {arr(data.arr)}
      </p>
      <ul className="mt-1.5 flex list-disc flex-col gap-1 pl-4 text-muted">
        <li>
          Contracts, journal, contacts and usage of both are {into.name}’s, on every day. Name, owners and
          segment are those of {into.name}; what {account.name} said of them is no longer read.
        </li>
        <li>
          Total ARR stays the same on every day. Churn of one and new of the other are neither any more, so
          NRR, GRR, logos and cohorts may differ.
        </li>
        {closes.length > 0 && (
          <li className="list-none">
            <span className="-ml-4 flex gap-1.5 text-warning">
              <TriangleAlert size={14} strokeWidth={1.5} aria-hidden className="mt-0.5 flex-none" />
              <span>{restated(closes)}</span>
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

const most = 3;

function restated(closes: Together["closes"]): string {
  const named = closes.slice(-most).map(({ number, text }) => `${text} (No. ${number})`);
  const more = closes.length - named.length;
  const which = [...(more > 0 ? [`${more} earlier`] : []), ...named].join(", ");
  return `Figures of closed periods may be told otherwise from now on: ${which}. What was reported stays, and the restatement says why.`;
}
