import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { counted, dayText } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { AgendaDialog } from "./agenda-dialog.tsx";
import { AgendaSession } from "./agenda-session.tsx";
import { useAskAgain } from "./report.ts";
import { useTermNames } from "./term-names.ts";
import { amountText, sizeText } from "./words.ts";

type Agenda = Outputs["divergence"]["agenda"];
type Item = Agenda["items"][number];

/** What the teams have to talk about: terms that diverge first, then the rest; and what diverges without being on it. */
export function AgendaTab() {
  const query = useQuery(trpc.divergence.agenda.queryOptions());
  return (
    <Loaded query={query} what="The agenda" skeleton={<Skeleton className="h-64" />}>
      {(agenda) => (
        <>
          <Missing agenda={agenda} />
          <Items agenda={agenda} />
        </>
      )}
    </Loaded>
  );
}

function Missing({ agenda: { missing, currency, on } }: { agenda: Agenda }) {
  const nameOf = useTermNames();
  const [asked, setAsked] = useState<string | null>(null);
  if (missing.length === 0) return null;
  return (
    <section className="card" aria-label="Terms that diverge and are not on the agenda">
      <h2 className="px-4 pt-3 pb-2 text-sm font-semibold">Diverging, and not on the agenda</h2>
      <ul>
        {missing.map((total) => (
          <li
            key={total.term}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-xs"
          >
            <span className="min-w-0 flex-1 basis-48">
              <Link
                to="/glossary/divergence"
                search={{ term: total.term }}
                className="font-medium text-link hover:underline"
              >
                {nameOf(total.term)}
              </Link>{" "}
              <span className="num text-muted">
                {counted(total.lines, "divergence")}, {sizeText(total, currency)}
              </span>
            </span>
            {mayI("divergence.setAgenda") && (
              <Button
                aria-haspopup="dialog"
                aria-label={`Put on the agenda: ${nameOf(total.term)}`}
                onClick={() => setAsked(total.term)}
              >
                Put on the agenda
              </Button>
            )}
          </li>
        ))}
      </ul>
      <AgendaDialog
        open={asked !== null}
        term={asked ?? ""}
        name={nameOf(asked ?? "")}
        today={on}
        item={null}
        onClose={() => setAsked(null)}
      />
    </section>
  );
}

function Items({ agenda: { items, currency, on } }: { agenda: Agenda }) {
  const nameOf = useTermNames();
  const again = useAskAgain();
  const [changing, setChanging] = useState<Item | null>(null);
  const { mutateAsync: set } = useMutation(trpc.divergence.setAgenda.mutationOptions());
  const may = mayI("divergence.setAgenda");
  if (items.length === 0)
    return (
      <div className="card">
        <Empty title="Nothing is on the agenda.">
          A term comes here from a session that found it divergent or unwritten, from a divergence, or from
          the list of terms that diverge. Each gets a session of the teams that read it differently.
        </Empty>
      </div>
    );
  const settle = async (item: Item, state: Item["state"]) => {
    const { entryId, term, reason, owner, dueOn } = item;
    await set({ entryId, term, reason, owner, dueOn, state } as Parameters<typeof set>[0]);
    await again();
  };
  const columns: Column<Item>[] = [
    {
      key: "term",
      header: "Term",
      cell: ({ term, reason, found }) => (
        <span className="block max-w-96 min-w-40 py-1 whitespace-normal">
          <Link to="/glossary/$term" params={{ term }}>
            {nameOf(term)}
          </Link>
          <span className="block text-2xs font-normal text-muted">{reason}</span>
          {found && (
            <Link
              to="/glossary/sessions/$id"
              params={{ id: found.session }}
              className="text-2xs font-normal text-link hover:underline"
            >
              Session that found it
            </Link>
          )}
        </span>
      ),
    },
    {
      key: "state",
      header: "State",
      cell: (item) => {
        if (item.state === "settled") return <Chip tone="positive">Settled</Chip>;
        if (item.lines > 0 || item.found?.outcome === "divergent")
          return <Chip tone="warning">Divergent</Chip>;
        return item.found ? <Chip tone="info">None written</Chip> : <Chip>Open</Chip>;
      },
    },
    { key: "accounts", header: "Accounts", numeric: true, cell: ({ accounts }) => accounts },
    { key: "arr", header: "ARR", numeric: true, cell: ({ arr }) => amountText(arr, currency) },
    { key: "owner", header: "Owner", cell: ({ owner }) => owner ?? "Nobody" },
    { key: "due", header: "By", numeric: true, cell: ({ dueOn }) => (dueOn ? dayText(dueOn) : "—") },
    {
      key: "added",
      header: "Put here",
      cell: ({ on: day, byName }) => `${dayText(day)}${byName ? ` by ${byName}` : ""}`,
    },
    ...(may
      ? [
          {
            key: "actions",
            header: <span className="sr-only">Actions</span>,
            cell: (item: Item) => (
              <span className="flex items-center justify-end gap-1">
                {item.state === "open" && (
                  <AgendaSession
                    term={item.term}
                    name={nameOf(item.term)}
                    found={item.found?.session ?? null}
                  />
                )}
                <Button
                  look="quiet"
                  aria-haspopup="dialog"
                  aria-label={`Change ${nameOf(item.term)}`}
                  onClick={() => setChanging(item)}
                >
                  Change
                </Button>
                <Button
                  look="quiet"
                  aria-label={`${item.state === "open" ? "Settle" : "Reopen"} ${nameOf(item.term)}`}
                  onClick={() => void settle(item, item.state === "open" ? "settled" : "open")}
                >
                  {item.state === "open" ? "Settle" : "Reopen"}
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <section className="card relative min-w-0 overflow-clip">
      <h2 className="px-4 py-3 text-sm font-semibold">Alignment agenda</h2>
      <DataTable
        caption="Alignment agenda"
        columns={columns}
        rows={items}
        rowKey={({ entryId }) => entryId}
        className="border-t border-line"
        tall
      />
      <AgendaDialog
        open={changing !== null}
        term={changing?.term ?? ""}
        name={nameOf(changing?.term ?? "")}
        today={on}
        item={changing}
        onClose={() => setChanging(null)}
      />
    </section>
  );
}
