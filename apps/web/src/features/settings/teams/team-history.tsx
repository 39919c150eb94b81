import { useQuery } from "@tanstack/react-query";
import { dayText, momentText } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import type { TeamMember } from "./teams-page.tsx";

type Line = Outputs["members"]["reportingLines"][number];

/** Every change of who leads whom, the latest day first. */
export function TeamHistory({ members }: { members: readonly TeamMember[] }) {
  const query = useQuery(trpc.members.reportingLines.queryOptions());
  return (
    <Loaded query={query} what="The history of reporting lines" skeleton={<Skeleton className="h-40" />}>
      {(lines) => <History lines={lines} members={members} />}
    </Loaded>
  );
}

function History({ lines, members }: { lines: readonly Line[]; members: readonly TeamMember[] }) {
  const { today } = useWorkspace();
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "Somebody who left";
  const columns: Column<Line>[] = [
    {
      key: "on",
      header: "From",
      cell: (line) => (
        <span className="num inline-flex items-center gap-2">
          {dayText(line.effectiveOn)}
          {line.effectiveOn > today && <Chip tone="info">Planned</Chip>}
        </span>
      ),
    },
    { key: "member", header: "Member", cell: (line) => nameOf(line.memberId) },
    {
      key: "manager",
      header: "Reports to",
      cell: (line) => (line.managerId ? nameOf(line.managerId) : <span className="text-subtle">Nobody</span>),
    },
    {
      key: "recorded",
      header: "Recorded",
      numeric: true,
      className: "text-muted",
      cell: (line) => momentText(line.recordedAt),
    },
  ];
  const latest = lines.toSorted(
    (a, b) => b.effectiveOn.localeCompare(a.effectiveOn) || b.recordedAt.localeCompare(a.recordedAt),
  );
  return (
    <FormSection flush title="History" note="A correction is a further line; none is ever taken out.">
      {latest.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">Nobody was given a manager yet.</p>
      ) : (
        <DataTable
          caption="Who led whom"
          columns={columns}
          rows={latest}
          rowKey={(line) => `${line.memberId} ${line.effectiveOn} ${line.recordedAt}`}
          className="border-t border-line"
        />
      )}
    </FormSection>
  );
}
