import type { RateBands } from "@termwise/core/compensation";
import { Plus, X } from "lucide-react";
import { PayCurve } from "../../../charts/pay-curve.tsx";
import { tickNumber } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { CellField } from "./cell-field.tsx";
import { ratesOfOptions, scaleOptions } from "./component-fields.ts";
import { percentText } from "./percent-text.ts";
import { bandLine } from "./rate-lines.ts";

interface Props {
  rates: RateBands;
  disabled: boolean;
  onChange: (rates: RateBands) => void;
}

type Band = RateBands["bands"][number];

/** Rates by bands: from, to, rate, and whether the rate holds for everything before it; drawn as steps, as one types. */
export function BandsEditor({ rates, disabled, onChange }: Props) {
  const { bands, scale } = rates;
  const set = (index: number, patch: Partial<Band>) =>
    onChange({ ...rates, bands: bands.map((band, at) => (at === index ? { ...band, ...patch } : band)) });
  const add = () => {
    const last = bands.at(-1);
    const from = last?.to ?? String(Number(last?.from ?? 0) + 100);
    const closed = bands.map((band, at) => (at === bands.length - 1 ? { ...band, to: from } : band));
    const next: Band = { from, to: null, rate: last?.rate ?? "10", retroactive: false };
    onChange({ ...rates, bands: [...closed, next] });
  };
  return (
    <div className="grid items-start gap-4 @[44rem]/page:grid-cols-[minmax(0,400px)_minmax(0,1fr)]">
      <div>
        <div className="grid grid-cols-2 gap-x-3">
          <SelectField
            name="scale"
            label="Bands go by"
            value={scale}
            options={scaleOptions}
            disabled={disabled}
            onChange={(next) => onChange({ ...rates, scale: next })}
          />
          <SelectField
            name="of"
            label="Rates are"
            value={rates.of}
            options={ratesOfOptions}
            disabled={disabled}
            onChange={(of) => onChange({ ...rates, of })}
          />
        </div>
        <div className="overflow-x-auto">
          <table className="text-xs">
            <caption className="sr-only">Bands of the rate table</caption>
            <thead className="text-2xs text-muted">
              <tr>
                <th scope="col" className="pr-2 pb-1 text-left font-medium">
                  From
                </th>
                <th scope="col" className="pr-2 pb-1 text-left font-medium">
                  To
                </th>
                <th scope="col" className="pr-2 pb-1 text-left font-medium">
                  Rate, %
                </th>
                <th scope="col" className="pr-2 pb-1 text-left font-medium">
                  For all before
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {bands.map((band, index) => (
                <tr key={index}>
                  <td className="pr-2 pb-1">
                    <CellField
                      label={`Band ${index + 1}: from`}
                      value={band.from}
                      disabled={disabled}
                      onChange={(from) => set(index, { from })}
                    />
                  </td>
                  <td className="pr-2 pb-1">
                    <CellField
                      label={`Band ${index + 1}: to, empty without an end`}
                      value={band.to ?? ""}
                      disabled={disabled}
                      onChange={(to) => set(index, { to: to || null })}
                    />
                  </td>
                  <td className="pr-2 pb-1">
                    <CellField
                      label={`Band ${index + 1}: rate`}
                      value={band.rate}
                      disabled={disabled}
                      onChange={(rate) => set(index, { rate })}
                    />
                  </td>
                  <td className="pr-2 pb-1 text-center">
                    <input
                      type="checkbox"
                      aria-label={`Band ${index + 1}: its rate holds for everything before it`}
                      checked={band.retroactive}
                      disabled={disabled}
                      onChange={(event) => set(index, { retroactive: event.target.checked })}
                      className="size-4 accent-(--accent)"
                    />
                  </td>
                  <td>
                    {!disabled && bands.length > 1 && (
                      <button
                        type="button"
                        className="icon-button"
                        aria-label={`Take out band ${index + 1}`}
                        onClick={() => onChange({ ...rates, bands: bands.filter((_, at) => at !== index) })}
                      >
                        <X size={14} strokeWidth={1.5} aria-hidden />
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {!disabled && (
          <Button look="quiet" onClick={add}>
            <Plus size={14} strokeWidth={1.5} aria-hidden />
            Add a band
          </Button>
        )}
      </div>
      <PayCurve
        label={`Rates by bands: ${bands.map(({ from, to, rate }) => `${rate} % from ${from}${to === null ? " on" : ` to ${to}`}`).join(", ")}`}
        lines={[bandLine(rates)]}
        xText={scale === "quota" ? percentText : tickNumber}
        yText={percentText}
        xName={scale === "quota" ? "Attainment of the quota" : "Credited in all"}
        height={200}
      />
    </div>
  );
}
