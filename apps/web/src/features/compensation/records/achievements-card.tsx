import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import type { OnRecord } from "../comp.ts";
import { AchievementForm } from "./achievement-form.tsx";

type Held = OnRecord["achievements"][number];

/** What was found to be achieved of the objectives of people whose pay one may read. */
export function AchievementsCard({ achievements }: { achievements: readonly Held[] }) {
  const [open, setOpen] = useState(false);
  const rows = [...achievements].sort((a, b) => (a.period < b.period ? 1 : -1));
  return (
    <FormSection
      flush
      title="Achievements"
      note="Of objectives that plans pay for; those of people whose pay is yours to read."
      tools={
        <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
          Record an achievement
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">No achievement is on record.</p>
      ) : (
        <DataTable
          caption="Achievements"
          columns={columns}
          rows={rows}
          rowKey={({ person, period, component, objective }) =>
            `${person} ${period} ${component} ${objective}`
          }
        />
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title="Record an achievement">
        <AchievementForm onClose={() => setOpen(false)} />
      </Dialog>
    </FormSection>
  );
}

const columns: Column<Held>[] = [
  { key: "person", header: "Person", cell: ({ person }) => person },
  { key: "period", header: "Period", cell: ({ period }) => periodName(period) },
  { key: "objective", header: "Objective", cell: ({ objective }) => objective },
  { key: "achieved", header: "Achieved", numeric: true, cell: ({ achieved }) => `${achieved}\u00a0%` },
  { key: "approver", header: "Approved by", className: "max-md:hidden", cell: ({ approver }) => approver },
  {
    key: "reason",
    header: "Reason",
    className: "max-lg:hidden",
    cell: ({ reason }) => <span className="block max-w-80 truncate text-muted">{reason}</span>,
  },
];
