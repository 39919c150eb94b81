import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { counted, dayText, readable } from "../../lib/format.ts";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { FormSection } from "../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import type { Trigger } from "./plays.ts";

/** When the trigger would have been met in the last half-year: what the play would have answered. */
export function TriggerTest({ trigger }: { trigger: Trigger }) {
  const query = useQuery(
    trpc.plays.test.queryOptions({ trigger } as Inputs["plays"]["test"], {
      placeholderData: (before) => before,
    }),
  );
  return (
    <FormSection
      title="What it would have answered"
      note="The trigger held against the last 180 days. Nothing is written."
      flush
    >
      <Loaded query={query} what="What it would have answered" skeleton={<Skeleton className="m-4 h-24" />}>
        {({ met, times, accounts, says }) => (
          <div className="px-4 pb-4 text-xs">
            <p className="num" role="status">
              {says}{" "}
              {times === 0 ? "Never." : `${counted(times, "time")} at ${counted(accounts, "account")}.`}
            </p>
            <ul className="mt-2">
              {met.slice(0, 8).map(({ accountId, name, on, because }) => (
                <li key={`${accountId} ${on}`} className="flex flex-wrap gap-x-3 border-t border-line py-1.5">
                  <span className="num w-24 flex-none text-muted">{dayText(on)}</span>
                  <Link to="/accounts/$accountId/plays" params={{ accountId }} className="hover:underline">
                    {name}
                  </Link>
                  <span className="text-muted">{readable(because)}</span>
                </li>
              ))}
            </ul>
            {times > 8 && <p className="mt-1 text-2xs text-subtle">and {times - 8} more</p>}
          </div>
        )}
      </Loaded>
    </FormSection>
  );
}
