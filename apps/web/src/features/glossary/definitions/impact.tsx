import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { counted, percent, points } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { Delta } from "../../../ui/delta.tsx";
import { figureText, periodName } from "../../../ui/figure-text.ts";
import { ScrollRegion } from "../../../ui/scroll-region.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { TermLinks } from "../term-parts.tsx";
import type { Values } from "./definition.ts";

type ImpactView = Outputs["definitions"]["impact"];

interface Props {
  termId: string;
  /** What is set. */
  parameters: Values;
  /** What it is compared with; today's values where it is not given. */
  against?: Values;
  /** What the two sides are called. */
  sides?: readonly [before: string, after: string];
}

/** What a change of parameters would move if it held today; for a change of words alone, that it moves nothing. */
export function Impact({ termId, parameters, against = {}, sides = ["Now", "With it"] }: Props) {
  const none = Object.keys(parameters).length === 0;
  const query = useQuery({
    ...trpc.definitions.impact.queryOptions({ termId, parameters, against }),
    enabled: !none,
    placeholderData: keepPreviousData,
  });
  if (none)
    return <p className="text-xs text-muted">No parameter changes, so no figure does: only the words.</p>;
  return (
    <Loaded query={query} what="The impact" skeleton={<Skeleton className="h-24" />}>
      {(impact) => <Told impact={impact} termId={termId} sides={sides} />}
    </Loaded>
  );
}

function Told({ impact, termId, sides }: { impact: ImpactView } & Required<Pick<Props, "termId" | "sides">>) {
  const { figures, accounts, standings, handoffs, unread } = impact;
  const moved = figures.filter(
    ({ before, after, accounts: own }) => before.value !== after.value || own.length > 0,
  );
  const said = [
    figures.length > 0 &&
      (accounts === 0
        ? `No account you see is counted otherwise in ${periodName(impact.period)}`
        : `${counted(accounts, "account")} counted otherwise in ${periodName(impact.period)}`),
    standings > 0 && `${counted(standings, "customer")} would stand elsewhere in the lifecycle today`,
    handoffs > 0 && `${counted(handoffs, "handoff")} would be due or scored otherwise`,
    unread.length > 0 && `Nothing reads ${unread.join(", ")} yet`,
  ].filter(Boolean);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="text-xs">{said.length > 0 ? `${said.join(". ")}.` : "Nothing moves today."}</p>
      {moved.length > 0 && (
        <ScrollRegion label="Figures before and after" className="overflow-x-auto">
          <table className="table open-end">
            <caption className="sr-only">Figures before and after the change</caption>
            <thead>
              <tr>
                <th scope="col">Figure</th>
                <th scope="col" className="num">
                  {sides[0]}
                </th>
                <th scope="col" className="num">
                  {sides[1]}
                </th>
                <th scope="col" className="num">
                  Change
                </th>
                <th scope="col" className="num max-sm:hidden">
                  Accounts
                </th>
              </tr>
            </thead>
            <tbody>
              {moved.map(({ before, after, change, accounts: own }) => (
                <tr key={before.term}>
                  <th scope="row">{before.name}</th>
                  <td className="num">{figureText(before)}</td>
                  <td className="num">{figureText(after)}</td>
                  <td className="num">
                    {change === null ? (
                      "—"
                    ) : (
                      <Delta
                        change={change}
                        text={after.unit === "ratio" ? points(change) : percent(change, { signed: true })}
                      />
                    )}
                  </td>
                  <td className="num max-sm:hidden">{own.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <p className="text-xs text-muted">
        To be signed by {new Intl.ListFormat("en").format(impact.teams.map(({ name }) => name))}.
      </p>
      <TermLinks
        title="Other terms that get a version by it"
        terms={impact.terms.filter(({ id }) => id !== termId)}
      />
    </div>
  );
}
