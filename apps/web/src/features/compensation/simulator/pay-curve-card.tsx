import { PayCurve, type PayMark } from "../../../charts/pay-curve.tsx";
import { majorOf, tickNumber } from "../../../lib/format.ts";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { payText } from "../pay-words.ts";

/** A point of the curve: attainment in per cent, pay in whole minor units. */
export interface CurvePoint {
  readonly attainment: string;
  readonly pays: string;
}

/** Where somebody stands, now or in a scenario. */
export interface Standing extends CurvePoint {
  readonly key: string;
  readonly name: string;
}

interface Props {
  points: readonly CurvePoint[];
  standings: readonly Standing[];
  /** The NRR that the curve is drawn at, in per cent. */
  nrr: string;
  currency: string;
}

/** What the plan pays by attainment, and where the person stands now and in each scenario. */
export function PayCurveCard({ points, standings, nrr, currency }: Props) {
  const y = (minor: string) => Number(majorOf(minor, currency));
  const marks = standings.map(
    ({ key, name, attainment, pays }): PayMark => ({
      key,
      name,
      x: Number(attainment),
      y: y(pays),
    }),
  );
  const told = standings.map(
    ({ name, attainment, pays }) => `${name} at ${Number(attainment)} %: ${payText(pays, currency)}`,
  );
  const summary =
    told.length > 0 ? `${told.join(", ")}.` : "Where the person stands is not known: no quota is set.";
  return (
    <ChartFrame
      name="payout"
      title="Pay by attainment"
      subtitle={`${currency}, at an NRR of ${Number(nrr)} %, simulation`}
      summary={summary}
      terms={[]}
      currency={currency}
      table={
        <DataTable
          caption="Pay by attainment"
          rows={points}
          rowKey={({ attainment }) => attainment}
          columns={[
            { key: "attainment", header: "Attainment", cell: ({ attainment }) => `${attainment}\u00a0%` },
            {
              key: "pays",
              header: "Pays",
              numeric: true,
              value: ({ pays }) => ({ money: majorOf(pays, currency), currency }),
              cell: ({ pays }) => payText(pays, currency),
            },
          ]}
        />
      }
    >
      <PayCurve
        label={`Pay by attainment. ${summary}`}
        lines={[
          {
            key: "pay",
            name: "Pay",
            points: points.map(({ attainment, pays }) => ({ x: Number(attainment), y: y(pays) })),
          },
        ]}
        marks={marks}
        xText={(value) => `${value}\u00a0%`}
        yText={tickNumber}
        xName="Attainment of the quota"
        height={260}
      />
    </ChartFrame>
  );
}
