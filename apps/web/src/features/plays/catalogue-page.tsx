import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { counted, percent } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import { Page } from "../../ui/page.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { Term } from "../../ui/term.tsx";
import { EffectNote } from "./effect-note.tsx";
import { numbersOfRuns, type PanelOf, panelAddress } from "./panel-address.ts";
import { type Catalogue, type CataloguePlay, useCatalogue } from "./plays.ts";
import { playsPanel } from "./runs-panel.tsx";
import { amount, hoursText } from "./words.ts";

/** The catalogue of plays: what sets each off, how its runs went, and what it did. */
export function CataloguePage() {
  const query = useCatalogue();
  const { search } = useSearchState();
  const panel = playsPanel(search["panel"]);
  return (
    <Page
      title="Plays"
      term="playbooks"
      {...(panel ? { panel } : {})}
      tools={
        <>
          <Link to="/plays/runs" className={buttonClass()}>
            Runs
          </Link>
          {mayI("plays.save") && (
            <Link to="/plays/$id" params={{ id: "new" }} className={buttonClass("primary")}>
              Write a play
            </Link>
          )}
        </>
      }
    >
      <Loaded query={query} what="The plays" skeleton={<Skeleton className="h-96" />}>
        {(catalogue) => (
          <>
            <Told catalogue={catalogue} />
            <section className="card relative min-w-0 overflow-clip" aria-label="Plays">
              <DataTable
                caption="Plays"
                columns={columnsOf(catalogue.currency)}
                rows={catalogue.plays}
                rowKey={({ id }) => id}
                tall
              />
            </section>
            <p className="max-w-[80ch] text-2xs text-subtle">
              Saved: all ARR of the day the run was begun is still there when its time is over, at the rates
              of that day. “Without” are accounts that met the same trigger within a year, with half to twice
              the ARR, and got no play. It shows what went together and proves no cause.
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Told({ catalogue: { all, proactive, currency } }: { catalogue: Catalogue }) {
  return (
    <dl className="card grid grid-cols-2 gap-x-6 gap-y-3 px-4 py-3.5 text-xs lg:grid-cols-4">
      <Fact name={<Term id="proactive-success">Before they asked to leave</Term>}>
        {proactive.share.value === null ? (
          <span className="text-muted">—</span>
        ) : (
          percent(shareOf(proactive.savePlays, proactive.rescueCalls), { digits: 0 })
        )}
        <span className="block text-2xs font-normal text-subtle">
          {counted(proactive.savePlays, "save play")}, {counted(proactive.rescueCalls, "rescue call")}
        </span>
      </Fact>
      <Fact name={<Term id="save-play-activation-time">Begun in time</Term>}>
        <Opens number="time">
          {all.inTime} of {all.clocked}
        </Opens>
        <span className="block text-2xs font-normal text-subtle">
          {all.medianMinutes === null ? "No first step yet" : `median ${hoursText(all.medianMinutes)}`}
        </span>
      </Fact>
      <Fact name="ARR kept where it is told">
        <Opens number="outcome">{amount(all.arrKept, currency)}</Opens>
        <span className="block text-2xs font-normal text-subtle">lost {amount(all.arrLost, currency)}</span>
      </Fact>
      <Fact name="Now">
        <Opens number="begun">{all.running} running</Opens>
        <span className="block text-2xs font-normal text-subtle">{all.proposed} proposed</span>
      </Fact>
    </dl>
  );
}

const shareOf = (a: number, b: number) => (a / (a + b)).toFixed(4);

/** A number that opens the runs behind it, of one play or of all. */
function Opens({
  number,
  of,
  children,
}: {
  number: PanelOf["number"];
  of?: CataloguePlay;
  children: ReactNode;
}) {
  const what = number === "effect" ? "Saved share" : numbersOfRuns[number];
  return (
    <OpensPanel
      panel={panelAddress(number, of?.id ?? null)}
      className="num min-h-6 rounded-sm [text-align:inherit] hover:text-link"
      title={`${what}${of ? ` of ${of.name}` : ""}: show what it is made of`}
    >
      {children}
    </OpensPanel>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="num mt-1 text-md font-semibold">{children}</dd>
    </div>
  );
}

function columnsOf(currency: string | null): Column<CataloguePlay>[] {
  return [
    {
      key: "name",
      header: "Play",
      cell: ({ id, name, purpose, useName, active, version }) => (
        <span className="block w-56 py-1 whitespace-normal">
          <Link to="/plays/$id" params={{ id }}>
            {name}
          </Link>{" "}
          <Chip>v{version}</Chip> {!active && <Chip tone="warning">By hand only</Chip>}
          <span className="block text-2xs font-normal text-muted">{purpose}</span>
          {useName !== name && (
            <span className="block text-2xs font-normal text-subtle">Kind: {useName}</span>
          )}
        </span>
      ),
    },
    {
      key: "trigger",
      header: "Set off when",
      cell: ({ triggerSays, steps }) => (
        <span className="block w-52 whitespace-normal">
          {triggerSays}
          <span className="block text-2xs text-subtle">
            {counted(steps.length, "step")}, day {steps.map(({ day }) => day).join(", ")}
          </span>
        </span>
      ),
    },
    {
      key: "runs",
      header: "Runs",
      numeric: true,
      cell: (play) => (
        <Opens number="begun" of={play}>
          {play.figures.begun}
          <span className="block text-2xs text-subtle">
            {play.figures.running} running, {play.figures.proposed} proposed
          </span>
        </Opens>
      ),
    },
    {
      key: "time",
      header: <Term id="save-play-activation-time">In time</Term>,
      numeric: true,
      cell: (play) =>
        play.figures.clocked === 0 ? (
          "—"
        ) : (
          <Opens number="time" of={play}>
            {play.figures.inTime} of {play.figures.clocked}
          </Opens>
        ),
    },
    {
      key: "outcome",
      header: "Saved, partly, lost",
      numeric: true,
      cell: (play) => (
        <Opens number="outcome" of={play}>
          {play.use === "win_back"
            ? `${play.figures.wonBack} won back`
            : `${play.figures.saved}, ${play.figures.partly}, ${play.figures.lost}`}
        </Opens>
      ),
    },
    {
      key: "kept",
      header: "ARR kept",
      numeric: true,
      cell: (play) => (
        <Opens number="outcome" of={play}>
          {amount(play.figures.arrKept, currency)}
        </Opens>
      ),
    },
    {
      key: "effect",
      header: "Saved share, 95 %",
      cell: (play) => (
        <span className="block w-52">
          {play.effect === null || play.effect.difference === null ? (
            <EffectNote effect={play.effect} />
          ) : (
            <Opens number="effect" of={play}>
              <EffectNote effect={play.effect} />
            </Opens>
          )}
        </span>
      ),
    },
  ];
}
