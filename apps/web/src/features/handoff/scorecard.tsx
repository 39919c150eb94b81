import { useQuery } from "@tanstack/react-query";
import { packetSections } from "@termwise/core/facts";
import { percent } from "../../lib/format.ts";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Term } from "../../ui/term.tsx";
import type { Handoff } from "./handoff.ts";

/** How much of what a packet should say it says, section by section, and beside it how well the customer fits. */
export function Scorecard({ handoff, accountId }: { handoff: Handoff; accountId: string }) {
  const { score, lines } = handoff.scorecard;
  return (
    <section aria-labelledby="scorecard-title" className="card">
      <div className="flex items-baseline justify-between gap-2 px-4 pt-3 pb-1">
        <h2 id="scorecard-title" className="text-sm font-semibold">
          <Term id="handoff-scorecard">Scorecard</Term>
        </h2>
        <p className="num text-sm font-semibold">{score === null ? "—" : percent(score)}</p>
      </div>
      <DataTable
        caption="Scorecard by section"
        scrollable={false}
        rows={lines}
        rowKey={({ section }) => section}
        columns={[
          {
            key: "section",
            header: "Section",
            cell: ({ section }) => packetSections[section],
            className: "whitespace-normal!",
          },
          {
            key: "filled",
            header: "Fields",
            numeric: true,
            cell: ({ filled, required }) => `${filled}/${required}`,
          },
          { key: "weight", header: "Weight", numeric: true, cell: ({ weight }) => weight },
        ]}
      />
      <Fit accountId={accountId} />
    </section>
  );
}

/** A good handoff of a bad fit is still a bad fit: the two are read together. */
function Fit({ accountId }: { accountId: string }) {
  const asked = { accountId } as Inputs["coverage"]["ofAccount"];
  const { data } = useQuery(trpc.coverage.ofAccount.queryOptions(asked));
  if (!data) return null;
  const fit = data.fit?.fit ?? null;
  return (
    <p className="num border-t border-line px-4 py-2.5 text-xs">
      ICP fit{" "}
      {fit === null ? (
        <span className="text-subtle">not known: no profile is written</span>
      ) : (
        <span className="font-semibold">{percent(fit)}</span>
      )}
    </p>
  );
}
