import type { CreditRule } from "@termwise/core/compensation";
import { X } from "lucide-react";
import { Button } from "../../../ui/button.tsx";
import { MultiChoice } from "../../../ui/multi-choice.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { dealKindOptions } from "../deal-kinds.ts";
import { CellField } from "./cell-field.tsx";
import { creditDayOptions, creditToOptions, gateOptions, sourceOptions } from "./component-fields.ts";

interface Props {
  rule: CreditRule;
  disabled: boolean;
  onChange: (rule: CreditRule) => void;
}

const whole = (text: string): number => Number.parseInt(text, 10) || 0;

/** How deals are credited: which, on which day, to whom, with which window after a handover and which gates. */
export function CreditEditor({ rule, disabled, onChange }: Props) {
  const { gates, handover } = rule;
  const open = gateOptions.filter(({ value }) => gates.every(({ gate }) => gate !== value));
  return (
    <div>
      <MultiChoice
        label="What counts"
        inline
        value={rule.counts}
        options={dealKindOptions.map((option) => ({ ...option, disabled }))}
        onChange={(counts) => onChange({ ...rule, counts })}
      />
      <div className="grid gap-x-3 sm:grid-cols-3">
        <SelectField
          name="creditOn"
          label="On the day it is"
          value={rule.creditOn}
          options={creditDayOptions}
          disabled={disabled}
          onChange={(creditOn) => onChange({ ...rule, creditOn })}
        />
        <SelectField
          name="to"
          label="To"
          hint="A deal's declared split comes first."
          value={rule.to}
          options={creditToOptions}
          disabled={disabled}
          onChange={(to) => onChange({ ...rule, to })}
        />
        <SelectField
          name="source"
          label="Expansion counts"
          value={rule.source}
          options={sourceOptions}
          disabled={disabled}
          onChange={(source) => onChange({ ...rule, source })}
        />
        <TextField
          name="handoverDays"
          label="Handover window, days"
          hint="Empty: none."
          optional
          inputMode="numeric"
          autoComplete="off"
          disabled={disabled}
          value={handover ? String(handover.days) : ""}
          onChange={(days) =>
            onChange({
              ...rule,
              handover: whole(days) > 0 ? { days: whole(days), previous: handover?.previous ?? "50" } : null,
            })
          }
        />
        <TextField
          name="leastTerm"
          label="Least term, months"
          hint="Empty: any."
          optional
          inputMode="numeric"
          autoComplete="off"
          disabled={disabled}
          value={rule.leastTermMonths === null ? "" : String(rule.leastTermMonths)}
          onChange={(months) => onChange({ ...rule, leastTermMonths: whole(months) || null })}
        />
        {handover && (
          <TextField
            name="handoverShare"
            label="To who had it before, %"
            inputMode="decimal"
            autoComplete="off"
            disabled={disabled}
            value={handover.previous}
            onChange={(previous) =>
              onChange({ ...rule, handover: { ...handover, previous: previous.trim() } })
            }
          />
        )}
      </div>
      <p className="mb-1 text-xs font-medium">Gates before it counts</p>
      {gates.length === 0 && <p className="text-2xs text-subtle">None.</p>}
      <ul className="flex flex-col gap-1">
        {gates.map(({ gate, withinDays }) => {
          const name = gateOptions.find(({ value }) => value === gate)?.label ?? gate;
          const set = (days: number | null) =>
            onChange({
              ...rule,
              gates: gates.map((one) => (one.gate === gate ? { gate, withinDays: days } : one)),
            });
          return (
            <li key={gate} className="flex flex-wrap items-center gap-2 text-xs">
              <span className="w-36">{name}</span>
              <span>within</span>
              <CellField
                label={`${name}: within days, empty without a limit`}
                value={withinDays === null ? "" : String(withinDays)}
                disabled={disabled}
                onChange={(days) => set(days === "" ? null : whole(days))}
              />
              <span>days</span>
              {!disabled && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`Take out the gate: ${name}`}
                  onClick={() => onChange({ ...rule, gates: gates.filter((one) => one.gate !== gate) })}
                >
                  <X size={14} strokeWidth={1.5} aria-hidden />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {!disabled && (
        <div className="mt-1 flex flex-wrap gap-2">
          {open.map(({ value, label }) => (
            <Button
              key={value}
              look="quiet"
              onClick={() => onChange({ ...rule, gates: [...gates, { gate: value, withinDays: 10 }] })}
            >
              Ask for: {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
