import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { mayI } from "../../lib/who.ts";
import { ActionMenu } from "../../ui/action-menu.tsx";
import { DetailsDialog } from "./details-dialog.tsx";
import { useHandle } from "./handle.ts";
import { HandleDialog, type Question } from "./handle-dialogs.tsx";
import type { Line } from "./report.ts";

/** What can be done about one divergence: a menu, and the dialogs it leads to. */
export function RowActions({ line, today }: { line: Line; today: string }) {
  const navigate = useNavigate();
  const handle = useHandle();
  const [asked, setAsked] = useState<Question | "details" | null>(null);
  const lifecycle = () =>
    void navigate({ to: "/accounts/$accountId/lifecycle", params: { accountId: line.accountId } });
  const record = () =>
    void handle(line, { action: "record_evidence", owner: line.owner?.name ?? null }).finally(lifecycle);
  const handling = [
    {
      key: "fix",
      label: "Fix the source…",
      hint: "A task for whoever sets the label right there",
      run: () => setAsked("fix_source"),
    },
    {
      key: "record",
      label: "Record the evidence",
      hint: "Opens the account's lifecycle, where evidence is entered",
      run: record,
    },
    {
      key: "agenda",
      label: "Put on the agenda…",
      hint: "The teams talk about what the word means",
      run: () => setAsked("agenda"),
    },
    {
      key: "accept",
      label: "Accept for a while…",
      hint: "With a reason and until a day",
      run: () => setAsked("accepted"),
    },
  ];
  return (
    <>
      <ActionMenu
        label={`Actions: ${line.name}`}
        actions={[
          {
            key: "details",
            label: "What is missing",
            hint: "Each clause, the claim and its handling",
            run: () => setAsked("details"),
          },
          ...(mayI("divergence.handle") ? handling : []),
        ]}
      />
      {/* Cells of the table keep to one line; a dialog does not. */}
      <div className="whitespace-normal">
        <HandleDialog
          asked={asked === "details" ? null : asked}
          line={line}
          today={today}
          onDone={() => setAsked(null)}
        />
        <DetailsDialog open={asked === "details"} line={line} onClose={() => setAsked(null)} />
      </div>
    </>
  );
}
