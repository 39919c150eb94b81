import { ChevronDown, ChevronRight } from "lucide-react";
import { useId } from "react";
import { counted } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { type Item, useDealing } from "./dealing.ts";
import { Deals } from "./deals.tsx";
import { Line } from "./line.tsx";

/** Plays that are proposed at several accounts: one line that opens into its accounts, dealt with together or each. */
export function Proposals({ items, today }: { items: readonly Item[]; today: string }) {
  const { search, change } = useSearchState();
  const list = useId();
  const shown = search["plays"] === "shown";
  const title = `${counted(items.length, "play")} proposed`;
  const accounts = new Set(items.map(({ accountId }) => accountId)).size;
  const Mark = shown ? ChevronDown : ChevronRight;
  return (
    <section className="card" aria-label={title}>
      <div
        data-inbox-row=""
        className="flex items-start gap-3 px-4 py-2 text-xs focus-within:bg-hover hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <button
            type="button"
            data-opens=""
            aria-expanded={shown}
            aria-controls={list}
            onClick={() => change({ plays: shown ? undefined : "shown" })}
            className="-ml-1 inline-flex min-h-6 items-center gap-1 rounded-control text-sm font-semibold hover:underline"
          >
            <Mark size={14} strokeWidth={1.5} aria-hidden /> {title}
          </button>
          <span className="num block text-2xs text-subtle">at {counted(accounts, "account")}</span>
        </span>
        <Deals dealing={useDealing(items, title)} title={title} today={today} doneLabel="All done" />
      </div>
      <ul id={list} className="pb-1" hidden={!shown}>
        {shown && items.map((item) => <Line key={item.id} item={item} today={today} />)}
      </ul>
    </section>
  );
}
