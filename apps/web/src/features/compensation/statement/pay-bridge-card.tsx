import type { StatementLine } from "@termwise/core/compensation";
import { ArrBridge } from "../../../charts/arr-bridge.tsx";
import { bridgeDomain } from "../../../charts/bridge-bars.ts";
import { count } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { payText } from "../pay-words.ts";
import { type PayStep, payBars, paySentence, paySteps } from "./pay-bridge.ts";

interface Props {
  lines: readonly StatementLine[];
  total: string;
  currency: string;
  /** The statement may still change. */
  open: boolean;
}

/** From nothing to what is payable, kind by kind. Choosing a kind shows its lines alone. */
export function PayBridgeCard({ lines, total, currency, open }: Props) {
  const { search, change } = useSearchState();
  const steps = paySteps(lines);
  const bars = payBars(steps, currency, open);
  const sentence = paySentence(steps, total, currency);
  const chosen = search["kind"] ?? null;
  return (
    <ChartFrame
      name="pay"
      title="How the pay came about"
      subtitle={`${currency}, lines of one kind together`}
      summary={sentence}
      terms={[]}
      currency={currency}
      table={
        <DataTable
          caption="The statement by kind of line"
          columns={columnsOf(currency, total)}
          rows={steps}
          rowKey={({ key }) => key}
          footer
        />
      }
    >
      <ArrBridge
        label={`From nothing to what is payable. ${sentence}`}
        bars={bars}
        domain={bridgeDomain(bars, false)}
        selected={chosen}
        onSelect={(key) => change({ kind: key === chosen || key === "payable" ? undefined : key })}
      />
    </ChartFrame>
  );
}

const columnsOf = (currency: string, total: string): Column<PayStep>[] => [
  { key: "kind", header: "Kind", cell: ({ name }) => name, footer: "Payable" },
  { key: "lines", header: "Lines", numeric: true, cell: ({ lines }) => count(lines) },
  {
    key: "amount",
    header: "Amount",
    numeric: true,
    cell: ({ amount }) => payText(String(amount), currency),
    footer: payText(total, currency),
  },
];
