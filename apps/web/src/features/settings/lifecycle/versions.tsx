import { useMutation, useQueryClient } from "@tanstack/react-query";
import { dayText, momentText } from "../../../lib/format.ts";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { Withdraw } from "../../../ui/withdraw.tsx";
import { type RuleVersion, segmentName, useRuleVersions } from "./rules.ts";

/** Every version of every rule: what, for whom, from which day, by whom and when it was written. */
export function Versions() {
  const query = useRuleVersions();
  return (
    <FormSection
      title="Versions"
      note="Stages of past days are read by the rules of those days. A version is taken back with a reason and stays readable in the audit log."
      flush
    >
      <Loaded query={query} what="The versions" skeleton={<Skeleton className="m-4 h-24" />}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="border-t border-line px-4 py-3 text-xs text-muted">
              Nothing was set yet: the rules are those of the house.
            </p>
          ) : (
            <DataTable
              caption="Versions of the rules"
              columns={columns}
              rows={entries}
              rowKey={({ entryId }) => entryId}
            />
          )
        }
      </Loaded>
    </FormSection>
  );
}

const columns: Column<RuleVersion>[] = [
  { key: "rule", header: "Rule", cell: ({ name }) => <span className="font-medium">{name}</span> },
  {
    key: "segment",
    header: "For",
    className: "text-muted",
    cell: ({ entry }) => ("segment" in entry ? segmentName(entry.segment) : "Everybody"),
  },
  { key: "from", header: "Holds from", numeric: true, cell: ({ effectiveOn }) => dayText(effectiveOn) },
  { key: "by", header: "Written by", cell: ({ byName, source }) => byName ?? source.system },
  {
    key: "at",
    header: "Written",
    numeric: true,
    className: "text-muted",
    cell: ({ recordedAt }) => momentText(recordedAt),
  },
  {
    key: "withdraw",
    header: (
      <span className="relative">
        <span className="sr-only">Actions</span>
      </span>
    ),
    cell: (version) =>
      // What teams agreed on is taken back by nobody alone.
      mayI("journal.setRule") && version.entry.of !== "lifecycle_policy" && <TakeBack version={version} />,
  },
];

function TakeBack({ version: { entryId, name, effectiveOn } }: { version: RuleVersion }) {
  const client = useQueryClient();
  const withdraw = useMutation(trpc.journal.withdraw.mutationOptions());
  return (
    <Withdraw
      title="Withdraw the version?"
      note="The version before it holds again for the days since."
      name={`Withdraw ${name} of ${dayText(effectiveOn)}`}
      onWithdraw={async (reason) => {
        await withdraw.mutateAsync({ entryId, reason } as Inputs["journal"]["withdraw"]);
        await client.invalidateQueries();
      }}
    />
  );
}
