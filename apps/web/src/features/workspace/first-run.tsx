import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { holdersOf } from "../../lib/holders.ts";
import { refusalOf, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button, buttonClass } from "../../ui/button.tsx";

const steps = [
  ["Export", "Accounts and contract lines, as CSV, from the CRM and the billing system."],
  ["Drop the files", "Columns, dates and decimals are read and shown before anything is kept."],
  ["Read NRR and GRR", "With the definition, the policy and the accounts behind every number."],
] as const;

/** An empty workspace: what to do first, and what will be there afterwards. */
export function FirstRun({ what }: { what: string }) {
  const client = useQueryClient();
  const load = useMutation(
    trpc.workspace.loadDemo.mutationOptions({ onSuccess: () => client.invalidateQueries() }),
  );
  return (
    <section
      className="card mx-auto mt-6 w-full max-w-3xl px-6 py-8 sm:px-10 sm:py-10"
      aria-labelledby="first-run"
    >
      <h2 id="first-run" className="text-xl font-semibold">
        {what} needs your accounts and contract lines
      </h2>
      <p className="mt-1 max-w-[60ch] text-sm text-muted">
        Give Termwise the exports you already have. Nothing leaves this machine, and a dry run shows what
        would change first.
      </p>
      <ol className="mt-6 grid gap-4 sm:grid-cols-3">
        {steps.map(([title, text], index) => (
          <li key={title} className="border-t border-line pt-3">
            <p className="text-xs font-medium">
              <span className="num mr-2 text-subtle">{index + 1}</span>
              {title}
            </p>
            <p className="mt-1 text-xs text-muted">{text}</p>
          </li>
        ))}
      </ol>
      <div className="mt-8 flex flex-wrap items-center gap-2">
        {mayI("POST /api/imports") ? (
          <Link to="/data/imports" className={buttonClass("primary", "large")}>
            Import your exports
          </Link>
        ) : (
          <p className="text-xs text-muted">{holdersOf("POST /api/imports")} can import them.</p>
        )}
        {mayI("workspace.loadDemo") && (
          <Button size="large" onClick={() => load.mutate()} disabled={load.isPending}>
            {load.isPending ? "Loading the demo company" : "Load the demo company"}
          </Button>
        )}
      </div>
      {load.isPending && (
        <p role="status" className="mt-3 text-xs text-muted">
          Three years of an invented company are being written. This takes some seconds.
        </p>
      )}
      {load.isError && (
        <p role="alert" className="mt-3 text-xs text-negative">
          {refusalOf(load.error).message}
        </p>
      )}
    </section>
  );
}
