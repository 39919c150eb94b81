import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { counted, momentText } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { PlanForm } from "./plan-form.tsx";
import type { SessionLine } from "./session.ts";
import { decisions, phases, tallyText } from "./words.ts";

/** Sessions about terms: those to come, those going on, those held; and how to plan one. */
export function SessionsPage() {
  const query = useQuery({ ...trpc.sessions.list.queryOptions(), staleTime: 5_000 });
  const { search, change } = useSearchState();
  const plans = search["plan"] !== undefined && mayI("sessions.plan");
  return (
    <Page
      title="Sessions"
      crumbs={[{ label: "Glossary", to: "/glossary" }]}
      tools={
        mayI("sessions.plan") &&
        !plans && (
          <Button look="primary" onClick={() => change({ plan: "sales_cs" }, { push: true })}>
            Plan a session
          </Button>
        )
      }
    >
      {plans && (
        <PlanForm
          key={search["plan"]}
          set={search["plan"] === "cs_product" ? "cs_product" : "sales_cs"}
          onSet={(set) => change({ plan: set })}
          onCancel={() => change({ plan: undefined })}
        />
      )}
      <Loaded query={query} what="The sessions" skeleton={<Skeleton className="h-64" />}>
        {(lines) => (lines.length === 0 ? <None plans={plans} /> : <Lines lines={lines} />)}
      </Loaded>
    </Page>
  );
}

function None({ plans }: { plans: boolean }) {
  if (plans) return null;
  return (
    <div className="card">
      <Empty title="No session was held yet.">
        In 45 minutes Sales and CS find out which of their ten most cited terms are written down and agreed,
        and which they read differently. What is not agreed goes on an agenda, with an owner and a day.
      </Empty>
    </div>
  );
}

const columns: Column<SessionLine>[] = [
  {
    key: "title",
    header: "Session",
    cell: ({ id, title, kind, setName }) => (
      <span className="block max-w-96 min-w-44 py-1 whitespace-normal">
        <Link to="/glossary/sessions/$id" params={{ id }}>
          {title}
        </Link>
        <span className="block text-2xs font-normal text-muted">
          {kind === "discovery" ? "Discovery" : "Working session"}, {setName}
        </span>
      </span>
    ),
  },
  {
    key: "phase",
    header: "State",
    cell: ({ phase }) => <Chip tone={phases[phase].tone}>{phases[phase].name}</Chip>,
  },
  {
    key: "when",
    header: "When",
    cell: ({ startedAt, startsAt }) => {
      const at = startedAt ?? startsAt;
      return at ? momentText(at) : "No time set";
    },
  },
  { key: "terms", header: "Terms", numeric: true, cell: ({ terms }) => terms },
  {
    key: "found",
    header: "Found",
    cell: (line) => (line.decision ? decisions[line.decision] : tallyText(line) || "—"),
  },
  { key: "owner", header: "Owner", cell: ({ owner }) => owner.name ?? "Nobody" },
];

function Lines({ lines }: { lines: readonly SessionLine[] }) {
  const rank = { opening: 0, terms: 0, closing: 0, planned: 1, closed: 2 } as const;
  const sorted = lines.toSorted((a, b) => rank[a.phase] - rank[b.phase]);
  return (
    <section className="card relative min-w-0 overflow-clip" aria-label="Sessions">
      <h2 className="flex items-baseline gap-2 px-4 py-3 text-sm font-semibold">
        {counted(lines.length, "session")}
      </h2>
      <DataTable
        caption="Sessions"
        columns={columns}
        rows={sorted}
        rowKey={({ id }) => id}
        className="border-t border-line"
        tall
      />
    </section>
  );
}
