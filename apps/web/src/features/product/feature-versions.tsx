import { dayText } from "../../lib/format.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { FeatureDetail } from "./adoption.ts";

/** Every version of the feature in the catalogue, the newest first: what was agreed, and when it was written down. */
export function FeatureVersions({ detail: { versions } }: { detail: FeatureDetail }) {
  return (
    <section className="card min-w-0 overflow-clip" aria-label="Versions">
      <h2 className="px-4 pt-3 pb-2 text-sm font-semibold">Versions</h2>
      <DataTable
        caption="Versions of the feature"
        rows={versions}
        rowKey={({ entryId }) => entryId}
        columns={[
          { key: "since", header: "Since", cell: ({ since }) => dayText(since) },
          { key: "by", header: "By", cell: ({ byName }) => <bdi>{byName ?? "—"}</bdi> },
          {
            key: "use",
            header: "Active use",
            cell: ({ entry: { activeUse } }) =>
              activeUse
                ? `${activeUse.usesAWeek}× a week, ${activeUse.weeks} in a row, agreed ${dayText(activeUse.agreedOn)}`
                : "Nothing agreed",
          },
          {
            key: "ga",
            header: "Released",
            cell: ({ entry: { gaOn } }) => (gaOn === null ? "—" : dayText(gaOn)),
          },
          {
            key: "entitled",
            header: "Entitled",
            cell: ({ entry: { segments } }) => <bdi>{segments.join(", ") || "Every customer"}</bdi>,
          },
          {
            key: "state",
            header: "State",
            cell: ({ entry: { retired, tier } }) =>
              retired ? "Retired" : tier === "core" ? "Core" : "Advanced",
          },
        ]}
      />
    </section>
  );
}
