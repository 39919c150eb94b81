import { ArrBridge } from "../../../charts/arr-bridge.tsx";
import { bridgeDomain } from "../../../charts/bridge-bars.ts";
import { tickNumber } from "../../../lib/format.ts";
import { listOf, listText } from "../../../lib/url.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import { Segmented } from "../../../ui/segmented.tsx";
import type { ArrBridgeView } from "./arr-bridge.ts";
import { bridgeBars, openName } from "./bars.ts";
import { BridgeTable } from "./bridge-table.tsx";
import { ByReason } from "./by-reason.tsx";
import { bridgeSentence } from "./lead.ts";

/** From opening to closing, step by step, with the prior year beside it. */
export function BridgeCard({ view }: { view: ArrBridgeView }) {
  const { search, change } = useSearchState();
  const { today } = useWorkspace();
  const { rows, currency } = view;
  const expanded = listOf(search["expand"]);
  const bars = bridgeBars(rows, {
    currency,
    opensOn: view.opensOn,
    closesOn: view.closesOn,
    open: openName(view, today),
    expanded,
  });
  const domain = bridgeDomain(bars, search["zoom"] === "movements");
  return (
    <ChartFrame
      name="arr-bridge"
      terms={["arr-bridge"]}
      currency={currency}
      title="ARR bridge"
      subtitle={[
        `${currency}, ${periodName(view.period.text)}`,
        view.fx === "reported" ? "reported rates" : "constant rates",
        domain.zoomed ? `axis from ${tickNumber(domain.from)}` : "axis from zero",
      ].join(", ")}
      summary={bridgeSentence(rows, currency)}
      tools={
        <>
          <ByReason
            steps={rows.filter(
              (row) => row.kind === "step" && rows.some((one) => one.kind === "part" && one.step === row.key),
            )}
            expanded={expanded}
            onChange={(next) => change({ expand: listText(next) })}
          />
          <Segmented
            label="Axis"
            value={search["zoom"] ?? "zero"}
            options={[
              { value: "zero", label: "From zero" },
              { value: "movements", label: "Zoom to movements" },
            ]}
            onChange={(next) => change({ zoom: next === "movements" ? "movements" : undefined })}
          />
        </>
      }
      table={
        <BridgeTable
          caption="ARR bridge"
          rows={rows}
          expanded={expanded}
          currency={currency}
          compared={view.compare !== null}
        />
      }
    >
      {view.compare && (
        <p className="mb-1 flex items-center gap-1.5 text-2xs text-subtle">
          <span aria-hidden className="inline-block h-3 w-1 bg-(--border-input)" /> thin bars: the same months
          of the year before{view.fx === "constant" && ", at the rates of their own opening"}
        </p>
      )}
      <ArrBridge
        label={`ARR bridge. ${bridgeSentence(rows, currency)}`}
        bars={bars}
        domain={domain}
        selected={/^drill:bridge\.([^~]+)$/.exec(search["panel"] ?? "")?.[1] ?? null}
        onSelect={(key) => change({ panel: `drill:bridge.${key}` }, { push: true })}
      />
    </ChartFrame>
  );
}
