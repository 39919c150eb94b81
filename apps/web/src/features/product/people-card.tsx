import { Link } from "@tanstack/react-router";
import { count, counted } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Term } from "../../ui/term.tsx";
import type { Signals } from "./adoption.ts";

type People = Signals["people"];

/** Accounts whose use says that they are ready to buy, and where new people stop on the way to being set up. */
export function PeopleCard({ people: { qualified, activation, aha } }: { people: People }) {
  const { rule, rows, limits } = qualified;
  return (
    <section id="people" className="card min-w-0 overflow-clip" aria-labelledby="pql-title">
      <div className="px-4 pt-3 pb-2">
        <h2 id="pql-title" className="text-sm font-semibold">
          <Term id="pql">Product qualified leads</Term>
        </h2>
        <p className="text-2xs text-subtle">
          {counted(rule.users, "active user")} and {counted(rule.limitHits, "limit")} met within{" "}
          {counted(rule.days, "day")}. It is no wish to buy: somebody has to ask.
        </p>
      </div>
      {rows.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          {limits.length === 0
            ? "Nothing in the catalogue is marked as coming to a limit of the plan."
            : "No account meets the rule today."}
        </p>
      ) : (
        <DataTable
          caption="Product qualified leads"
          rows={rows}
          rowKey={({ accountId, limit }) => `${accountId} ${limit}`}
          tall
          columns={[
            {
              key: "account",
              header: "Account",
              cell: ({ accountId, name, status, segment }) => (
                <>
                  <Link
                    to="/accounts/$accountId"
                    params={{ accountId }}
                    className="text-link hover:underline"
                  >
                    <bdi>{name}</bdi>
                  </Link>
                  <span className="block text-2xs font-normal text-subtle">
                    {segment ?? "No segment"} {status !== "customer" && <Chip>{status}</Chip>}
                  </span>
                </>
              ),
            },
            { key: "users", header: "Users", numeric: true, cell: ({ users }) => count(users) },
            {
              key: "limits",
              header: "Limits met",
              numeric: true,
              cell: ({ limitHits, limit }) => (
                <>
                  {count(limitHits)}
                  <span className="block text-2xs text-subtle">
                    <bdi>{limit}</bdi>
                  </span>
                </>
              ),
            },
            { key: "ae", header: "AE", cell: ({ ae }) => <bdi>{ae ?? "—"}</bdi> },
          ]}
        />
      )}
      {activation.steps.length > 0 && activation.figure.value !== null && (
        <div className="border-t border-line px-4 py-3 text-xs">
          <h3 className="font-semibold">
            <Term id="activation-rate">Key actions of new people</Term>
          </h3>
          <ol className="num mt-1 text-muted">
            <li>Began: {activation.figure.denominator}</li>
            {activation.steps.map(({ action, reached }) => (
              <li key={action}>
                <bdi>{action}</bdi>, and all before it: {count(reached)}
              </li>
            ))}
          </ol>
        </div>
      )}
      {aha.map(({ feature, stayed }) =>
        stayed.with.n + stayed.without.n === 0 ? null : (
          <p key={feature} className="num border-t border-line px-4 py-3 text-xs text-muted">
            <Term id="aha-moment">Aha moment</Term>, <bdi>{feature}</bdi>: at work in the last two weeks are{" "}
            {count(stayed.with.stayed)} of {count(stayed.with.n)} that came to it, and{" "}
            {count(stayed.without.stayed)} of {count(stayed.without.n)} that did not. An association, not a
            cause.
          </p>
        ),
      )}
    </section>
  );
}
