import { useState } from "react";
import { count, counted, dayText, money } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { BandMark, bandLooks } from "../../../ui/health-mark.tsx";
import { HealthLink } from "../account-link.tsx";
import type { Overview } from "../health.ts";
import { boundaryWords } from "./boundary-words.ts";
import { type Move, MovementMatrix } from "./movement-matrix.tsx";

const atFirst = 10;

/** Who moved from which band to which in four weeks, the largest first. */
export function Movement({ overview: { movement, boundaries, currency } }: { overview: Overview }) {
  const [shown, setShown] = useState(atFirst);
  const [chosen, setChosen] = useState<Move | null>(null);
  const { moved: all, accounts, from, to, matrix, byBoundaries } = movement;
  const cell = chosen && matrix.find((one) => one.from === chosen.from && one.to === chosen.to);
  const told = chosen ? (cell?.accounts ?? 0) : accounts;
  const moved = chosen ? all.filter((row) => row.from === chosen.from && row.to === chosen.to) : all;
  return (
    <section className="card min-w-0" aria-labelledby="moved-title">
      <div className="px-4 pt-3 pb-2">
        <h2 id="moved-title" className="text-sm font-semibold">
          Moved between bands
        </h2>
        <p className="num text-2xs text-subtle">
          {counted(accounts, "account")} from the week to {dayText(from)} to that to {dayText(to)}
        </p>
        <p className="num text-2xs text-subtle">{boundaryWords(boundaries)}</p>
        {byBoundaries > 0 && (
          <p className="num text-2xs text-muted">
            {counted(byBoundaries, "account")} of these moved because other boundaries came into force, not
            because of the score.
          </p>
        )}
      </div>
      <MovementMatrix matrix={matrix} chosen={chosen} onChoose={setChosen} />
      {chosen && (
        <p role="status" className="border-t border-line px-4 py-2 text-xs text-muted">
          From {bandLooks[chosen.from].name} to {bandLooks[chosen.to].name} alone.{" "}
          <Button look="quiet" onClick={() => setChosen(null)}>
            Show all
          </Button>
        </p>
      )}
      {moved.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          Every account stands in the band it stood in.
        </p>
      ) : (
        <DataTable
          caption="Moved between bands"
          rows={moved.slice(0, shown)}
          rowKey={({ accountId }) => accountId}
          columns={[
            { key: "account", header: "Account", cell: (row) => <HealthLink account={row} /> },
            {
              key: "moved",
              header: "From, to",
              cell: (row) => (
                <span className="inline-flex items-center gap-1.5">
                  <BandMark band={row.from} />
                  {bandLooks[row.from].name} <span aria-hidden>→</span> <BandMark band={row.to} />
                  {bandLooks[row.to].name}
                  {row.byBoundaries && <span className="text-2xs text-subtle">by other boundaries</span>}
                </span>
              ),
            },
            {
              key: "arr",
              header: "ARR",
              numeric: true,
              cell: ({ arr }) => (currency ? money(arr, currency, { whole: true }) : "—"),
            },
          ]}
        />
      )}
      {moved.length > shown && (
        <p className="border-t border-line px-4 py-2.5">
          <Button onClick={() => setShown(shown + 5 * atFirst)}>
            Show more, {count(moved.length - shown)} left
          </Button>
        </p>
      )}
      {moved.length <= shown && told > moved.length && (
        <p className="border-t border-line px-4 py-2.5 text-2xs text-subtle">
          The largest of each move are listed, {count(moved.length)} of {count(told)}.
        </p>
      )}
    </section>
  );
}
