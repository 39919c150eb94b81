import type { ClawbackRule } from "@termwise/core/compensation";
import { Plus, X } from "lucide-react";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { MultiChoice } from "../../../ui/multi-choice.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { CellField } from "./cell-field.tsx";
import { exceptionOptions, methodOptions, spanOptions, triggerOptions } from "./component-fields.ts";

interface Props {
  rule: ClawbackRule;
  disabled: boolean;
  onChange: (rule: ClawbackRule) => void;
}

type Method = ClawbackRule["method"];
type Tiers = Extract<Method, { kind: "tiers" }>;

const whole = (text: string): number => Number.parseInt(text, 10) || 0;

function methodOf(kind: Method["kind"], rule: ClawbackRule): Method {
  if (kind === "share") return { kind, percent: "50" };
  if (kind === "pro_rata") return { kind, per: rule.window.unit };
  if (kind === "tiers") return { kind, tiers: [{ before: rule.window, percent: "50" }] };
  return { kind: "full" };
}

/** When and how commission is taken back. */
export function ClawbackEditor({ rule, disabled, onChange }: Props) {
  const { method, window, recovery } = rule;
  return (
    <div>
      <MultiChoice
        label="Taken back when"
        inline
        value={rule.triggers}
        options={triggerOptions.map((option) => ({ ...option, disabled }))}
        onChange={(triggers) => onChange({ ...rule, triggers })}
      />
      <div className="grid gap-x-3 sm:grid-cols-4">
        <TextField
          name="window"
          label="Within"
          inputMode="numeric"
          autoComplete="off"
          disabled={disabled}
          value={String(window.count)}
          onChange={(count) => onChange({ ...rule, window: { ...window, count: whole(count) } })}
        />
        <SelectField
          name="unit"
          label="Days or months"
          value={window.unit}
          options={spanOptions}
          disabled={disabled}
          onChange={(unit) => onChange({ ...rule, window: { ...window, unit } })}
        />
        <SelectField
          name="from"
          label="Counted from"
          value={rule.from}
          options={[
            { value: "credited", label: "The credit date" },
            { value: "effective", label: "The day it takes effect" },
          ]}
          disabled={disabled}
          onChange={(from) => onChange({ ...rule, from })}
        />
        <SelectField
          name="basis"
          label="Of"
          value={rule.basis}
          options={[
            { value: "close", label: "What was paid at the close" },
            { value: "all", label: "Everything paid" },
          ]}
          disabled={disabled}
          onChange={(basis) => onChange({ ...rule, basis })}
        />
        <SelectField
          name="method"
          label="Taken back is"
          value={method.kind}
          options={methodOptions}
          disabled={disabled}
          onChange={(kind) => onChange({ ...rule, method: methodOf(kind, rule) })}
        />
        {method.kind === "share" && (
          <TextField
            name="share"
            label="Share, %"
            inputMode="decimal"
            autoComplete="off"
            disabled={disabled}
            value={method.percent}
            onChange={(percent) => onChange({ ...rule, method: { ...method, percent: percent.trim() } })}
          />
        )}
        {method.kind === "pro_rata" && (
          <SelectField
            name="per"
            label="Counted in"
            value={method.per}
            options={spanOptions}
            disabled={disabled}
            onChange={(per) => onChange({ ...rule, method: { ...method, per } })}
          />
        )}
        <TextField
          name="most"
          label="At most, % of a statement"
          optional
          inputMode="decimal"
          autoComplete="off"
          disabled={disabled}
          value={recovery.most ?? ""}
          onChange={(most) => onChange({ ...rule, recovery: { ...recovery, most: most.trim() || null } })}
        />
      </div>
      {recovery.most !== null && (
        <Checkbox
          label="What is left over is carried forward"
          hint="Else it is waived."
          checked={recovery.carryForward}
          disabled={disabled}
          onChange={(carryForward) => onChange({ ...rule, recovery: { ...recovery, carryForward } })}
        />
      )}
      {method.kind === "tiers" && (
        <TierRows
          method={method}
          disabled={disabled}
          onChange={(next) => onChange({ ...rule, method: next })}
        />
      )}
      <MultiChoice
        label="Nothing is taken where"
        inline
        value={rule.exceptions}
        options={exceptionOptions.map((option) => ({ ...option, disabled }))}
        onChange={(exceptions) => onChange({ ...rule, exceptions })}
      />
    </div>
  );
}

interface TierProps {
  method: Tiers;
  disabled: boolean;
  onChange: (method: Tiers) => void;
}

function TierRows({ method, disabled, onChange }: TierProps) {
  const { tiers } = method;
  const set = (index: number, patch: Partial<Tiers["tiers"][number]>) =>
    onChange({ ...method, tiers: tiers.map((tier, at) => (at === index ? { ...tier, ...patch } : tier)) });
  return (
    <div className="mb-2">
      <ul className="flex flex-col gap-1 text-xs">
        {tiers.map(({ before, percent }, index) => (
          <li key={index} className="flex flex-wrap items-center gap-2">
            <CellField
              label={`Tier ${index + 1}: per cent`}
              value={percent}
              disabled={disabled}
              onChange={(next) => set(index, { percent: next })}
            />
            <span>% before</span>
            <CellField
              label={`Tier ${index + 1}: ${before.unit}`}
              value={String(before.count)}
              disabled={disabled}
              onChange={(count) => set(index, { before: { ...before, count: whole(count) } })}
            />
            <span>{before.unit}</span>
            {!disabled && tiers.length > 1 && (
              <button
                type="button"
                className="icon-button"
                aria-label={`Take out tier ${index + 1}`}
                onClick={() => onChange({ ...method, tiers: tiers.filter((_, at) => at !== index) })}
              >
                <X size={14} strokeWidth={1.5} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <Button
          look="quiet"
          onClick={() => {
            const last = tiers.at(-1);
            const before = last
              ? { ...last.before, count: last.before.count + 3 }
              : { count: 3, unit: "months" as const };
            onChange({ ...method, tiers: [...tiers, { before, percent: last?.percent ?? "50" }] });
          }}
        >
          <Plus size={14} strokeWidth={1.5} aria-hidden />
          Add a tier
        </Button>
      )}
    </div>
  );
}
