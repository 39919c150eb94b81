import { useQuery } from "@tanstack/react-query";
import { dayText } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { Chip } from "../../ui/chip.tsx";
import { GroupedPanel } from "../../ui/grouped-panel.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { EffectNote } from "./effect-note.tsx";
import type { EntryId } from "./plays.ts";
import { amount } from "./words.ts";

type Told = Outputs["plays"]["effect"];
type Case = Told["treated"][number] | Told["untreated"][number];

/** The accounts behind the effect of a play: those it was run at, those they are held against, and those left out. */
export function EffectPanel({ play }: { play: EntryId }) {
  const query = useQuery(trpc.plays.effect.queryOptions({ play }));
  if (!query.data)
    return (
      <SidePanel title="Saved share">
        <div className="p-5">
          <Loaded query={query} what="The accounts" skeleton={<Skeleton className="h-64" />}>
            {() => null}
          </Loaded>
        </div>
      </SidePanel>
    );
  return <Cases told={query.data} />;
}

function Cases({ told }: { told: Told }) {
  const { name, effect, treated, untreated, unmatched, withinDays, currency } = told;
  const group = (key: string, label: string, cases: readonly Case[]) => ({
    key,
    label,
    rows: cases.map((one) => ({
      key: `${one.accountId} ${one.on}`,
      account: { accountId: one.accountId, name: one.name, segment: dayText(one.on), csm: null },
      text: (
        <>
          <Chip tone={one.saved ? "positive" : "negative"}>{one.saved ? "Saved" : "Not saved"}</Chip>
          <span className="block text-2xs text-subtle">of {amount(one.arr, currency)}</span>
        </>
      ),
    })),
  });
  const addsUp = (cases: readonly Case[], side: { accounts: number; saved: number } | undefined) =>
    cases.length === (side?.accounts ?? 0) &&
    cases.filter(({ saved }) => saved).length === (side?.saved ?? 0);
  return (
    <GroupedPanel
      title={`Saved share: ${name}`}
      subtitle={`Saved: all ARR of that day is still there ${withinDays} days later, at its rates.`}
      groups={[
        group("with", "With the play", treated),
        group("without", "Without", untreated),
        group("left-out", "Left out", unmatched),
      ]}
      matches={addsUp(treated, effect?.treated) && addsUp(untreated, effect?.untreated)}
      head={
        <div className="text-sm" data-panel-figure="">
          <EffectNote effect={effect} />
          <p className="mt-1 text-2xs text-subtle">
            Left out are accounts that none without a play is like. An association, not a cause.
          </p>
        </div>
      }
    />
  );
}
