import { useQuery } from "@tanstack/react-query";
import { flagConditions } from "@termwise/core/facts";
import { useState } from "react";
import { counted, dayText, readable } from "../../../lib/format.ts";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { Button } from "../../../ui/button.tsx";

type Asked = Inputs["health"]["tryRule"];

const shown = 6;

/** Where a rule as it is typed would open a flag today: asked for by a button, and told until the rule is changed. */
export function RuleTrial({ asked }: { asked: Asked }) {
  const [tried, setTried] = useState<string | null>(null);
  const text = JSON.stringify(asked);
  const query = useQuery({
    ...trpc.health.tryRule.queryOptions(asked),
    enabled: tried === text,
    retry: false,
    staleTime: 60_000,
  });
  return (
    <div className="mt-2 rounded-control border border-line px-3 py-2 text-xs">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-muted">Try it on the accounts of today; nothing is opened.</span>
        <Button disabled={asked.conditions.length === 0} onClick={() => setTried(text)}>
          Try
        </Button>
      </div>
      <div role="status">
        {tried === text && query.isFetching && <p className="mt-1 text-subtle">Looking at every account…</p>}
        {tried === text && query.isError && <p className="mt-1 text-negative">{query.error.message}</p>}
        {tried === text && query.data && (
          <>
            <p className="num mt-1" data-flagged={query.data.flagged}>
              It would open a flag at {counted(query.data.flagged, "account")} of {query.data.accounts}.{" "}
              {query.data.near.length > 1 && (
                <span className="text-muted">
                  By itself:{" "}
                  {query.data.near
                    .map(
                      ({ condition, accounts }) =>
                        `${flagConditions[condition].toLowerCase()} at ${accounts}`,
                    )
                    .join(", ")}
                  .
                </span>
              )}
            </p>
            <ul className="mt-1 flex flex-col gap-1">
              {query.data.rows.slice(0, shown).map(({ accountId, name, on, evidence }) => (
                <li key={`${accountId} ${on}`}>
                  <bdi className="font-medium">{name}</bdi>{" "}
                  <span className="num text-subtle">
                    {dayText(on)}: {readable(evidence.map((one) => one.text).join("; "))}
                  </span>
                </li>
              ))}
            </ul>
            {query.data.flagged > shown && (
              <p className="num text-subtle">
                And at {counted(query.data.flagged - shown, "further account")}.
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}
