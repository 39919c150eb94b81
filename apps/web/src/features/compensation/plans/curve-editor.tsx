import type { PayoutCurve } from "@termwise/core/compensation";
import { Plus, X } from "lucide-react";
import { PayCurve } from "../../../charts/pay-curve.tsx";
import { Button } from "../../../ui/button.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { CellField } from "./cell-field.tsx";
import { belowOptions, betweenOptions, beyondOptions } from "./component-fields.ts";
import { percentText } from "./percent-text.ts";
import { curveLine } from "./rate-lines.ts";

interface Props {
  /** What reaches the points: "NRR", "Attainment". */
  reached: string;
  curve: PayoutCurve;
  disabled: boolean;
  onChange: (curve: PayoutCurve) => void;
}

/** A payout curve: its points, what holds between and beyond them, and the line they make, as one types. */
export function CurveEditor({ reached, curve, disabled, onChange }: Props) {
  const { points } = curve;
  const set = (index: number, patch: Partial<PayoutCurve["points"][number]>) =>
    onChange({
      ...curve,
      points: points.map((point, at) => (at === index ? { ...point, ...patch } : point)),
    });
  const add = () => {
    const [before, last] = [points.at(-2), points.at(-1)];
    const step = last && before ? Number(last.at) - Number(before.at) : 10;
    const at = String(Number(last?.at ?? 90) + (step > 0 ? step : 10));
    onChange({ ...curve, points: [...points, { at, pays: last?.pays ?? "100" }] });
  };
  return (
    <div className="grid items-start gap-4 @[44rem]/page:grid-cols-[minmax(0,320px)_minmax(0,1fr)]">
      <div>
        <table className="text-xs">
          <caption className="sr-only">Points of the rate table</caption>
          <thead className="text-2xs text-muted">
            <tr>
              <th scope="col" className="pr-3 pb-1 text-left font-medium">
                {reached}, %
              </th>
              <th scope="col" className="pr-3 pb-1 text-left font-medium">
                Pays, % of target
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {points.map((point, index) => (
              <tr key={index}>
                <td className="pr-3 pb-1">
                  <CellField
                    label={`Point ${index + 1}: ${reached}`}
                    value={point.at}
                    disabled={disabled}
                    onChange={(at) => set(index, { at })}
                  />
                </td>
                <td className="pr-3 pb-1">
                  <CellField
                    label={`Point ${index + 1}: pays`}
                    value={point.pays}
                    disabled={disabled}
                    onChange={(pays) => set(index, { pays })}
                  />
                </td>
                <td>
                  {!disabled && points.length > 1 && (
                    <button
                      type="button"
                      className="icon-button"
                      aria-label={`Take out point ${index + 1}`}
                      onClick={() => onChange({ ...curve, points: points.filter((_, at) => at !== index) })}
                    >
                      <X size={14} strokeWidth={1.5} aria-hidden />
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {!disabled && (
          <Button look="quiet" onClick={add}>
            <Plus size={14} strokeWidth={1.5} aria-hidden />
            Add a point
          </Button>
        )}
        <div className="mt-3 grid grid-cols-2 gap-x-3">
          <SelectField
            name="between"
            label="Between points"
            value={curve.between}
            options={betweenOptions}
            disabled={disabled}
            onChange={(between) => onChange({ ...curve, between })}
          />
          <SelectField
            name="beyond"
            label="Beyond the last"
            value={curve.beyond}
            options={beyondOptions}
            disabled={disabled}
            onChange={(beyond) => onChange({ ...curve, beyond })}
          />
          <SelectField
            name="below"
            label="Below the first"
            value={curve.below}
            options={belowOptions}
            disabled={disabled}
            onChange={(below) => onChange({ ...curve, below })}
          />
          <TextField
            name="cap"
            label="Cap, %"
            optional
            inputMode="decimal"
            autoComplete="off"
            disabled={disabled}
            value={curve.cap ?? ""}
            onChange={(cap) => onChange({ ...curve, cap: cap.trim() || null })}
          />
          <TextField
            name="floor"
            label="Floor, %"
            optional
            inputMode="decimal"
            autoComplete="off"
            disabled={disabled}
            value={curve.floor ?? ""}
            onChange={(floor) => onChange({ ...curve, floor: floor.trim() || null })}
          />
        </div>
      </div>
      <PayCurve
        label={`What is paid by ${reached}: ${points.map(({ at, pays }) => `${at} % pays ${pays} %`).join(", ")}`}
        lines={[curveLine(curve)]}
        xText={percentText}
        yText={percentText}
        xName={reached}
        height={220}
      />
    </div>
  );
}
