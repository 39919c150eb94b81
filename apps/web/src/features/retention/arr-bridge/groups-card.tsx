import { ArrBridge } from "../../../charts/arr-bridge.tsx";
import { sharedDomains } from "../../../charts/bridge-bars.ts";
import { dimensionNames, valueName } from "../../../lib/dimension-names.ts";
import { compactMoney, counted, majorOf, money } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import type { ArrBridgeView } from "./arr-bridge.ts";
import { bridgeBars, openName } from "./bars.ts";
import { bridgeSentence } from "./lead.ts";

/** More than these beside each other cannot be read; the table has all of them. */
const most = 12;

type Group = ArrBridgeView["groups"][number];

/** The bridge of each group on one scale, the largest opening first. */
export function GroupsCard({ view }: { view: ArrBridgeView }) {
  const { search, change } = useSearchState();
  const { today } = useWorkspace();
  const { currency, groups, by } = view;
  if (by === null || groups.length === 0) return null;
  const name = (dimensionNames[by] ?? by).replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase());
  const zoomed = search["zoom"] === "movements";
  const shown = groups.slice(0, most).map((group) => ({
    group,
    bars: bridgeBars(group.rows, {
      currency,
      opensOn: view.opensOn,
      closesOn: view.closesOn,
      open: openName(view, today),
      expanded: [],
    }),
  }));
  const domains = sharedDomains(
    shown.map(({ bars }) => bars),
    zoomed,
  );
  const largest = groups[0];
  return (
    <ChartFrame
      name="bridge-groups"
      terms={["arr-bridge"]}
      currency={currency}
      title={`ARR bridge by ${name}`}
      subtitle={`${currency}, ${zoomed ? "each axis from its own smaller total, one length for all" : "one axis for all, from zero"}`}
      summary={`${counted(groups.length, "group")}${groups.length > most ? `, the ${most} largest drawn` : ""}. Together they are the bridge above; what moves between them is moved in and moved out.${largest ? ` Largest: ${valueName(largest.value, by)}, ${compactMoney(largest.opening, currency)} to ${compactMoney(largest.closing, currency)}.` : ""}`}
      table={<GroupsTable view={view} by={by} />}
    >
      <div className="grid gap-x-8 gap-y-5 @[46rem]/page:grid-cols-2 @[70rem]/page:grid-cols-3">
        {shown.map(({ group, bars }, index) => {
          const domain = domains[index];
          if (!domain) return null;
          return (
            <section
              key={group.value}
              className="min-w-0"
              aria-label={valueName(group.value, by)}
              data-group={group.value}
            >
              <h3 className="mb-1.5 truncate border-b border-line pb-1 text-xs font-semibold">
                {valueName(group.value, by)}
              </h3>
              <ArrBridge
                compact
                label={`${valueName(group.value, by)}. ${bridgeSentence(group.rows, currency)}`}
                bars={bars}
                domain={domain}
                onSelect={(key) => change({ panel: `drill:bridge.${key}~${group.value}` }, { push: true })}
              />
            </section>
          );
        })}
      </div>
    </ChartFrame>
  );
}

function GroupsTable({ view, by }: { view: ArrBridgeView; by: string }) {
  const { currency, groups } = view;
  const steps = [
    ...new Map(
      groups
        .flatMap((group) => group.rows)
        .filter((row) => row.kind !== "part")
        .map((row) => [row.key, row.name]),
    ),
  ];
  const ordered = view.rows.filter((row) => row.kind !== "part").map((row) => row.key);
  steps.sort(([a], [b]) => ordered.indexOf(a) - ordered.indexOf(b));
  const columns: Column<Group>[] = [
    { key: "group", header: dimensionNames[by] ?? by, cell: (group) => valueName(group.value, by) },
    ...steps.map(
      ([key, name]): Column<Group> => ({
        key,
        header: name,
        numeric: true,
        value: (group) => {
          const minor = group.rows.find((one) => one.key === key)?.amount;
          return minor === undefined ? null : { money: majorOf(minor, currency), currency };
        },
        cell: (group) => {
          const row = group.rows.find((one) => one.key === key);
          if (!row) return "—";
          return (
            <OpensPanel
              panel={`drill:bridge.${key}~${group.value}`}
              className="link inline-flex min-h-6 items-center"
            >
              <span data-group-step={key} data-amount={row.amount}>
                {money(row.amount, currency, { signed: row.kind !== "total", whole: true })}
              </span>
            </OpensPanel>
          );
        },
      }),
    ),
  ];
  return (
    <DataTable
      caption="ARR bridge by group"
      columns={columns}
      rows={groups}
      rowKey={(group) => group.value}
    />
  );
}
