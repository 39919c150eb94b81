import { Button } from "../../../ui/button.tsx";
import { dayFault } from "../../../ui/day-field.tsx";
import { useForm } from "../../../ui/form.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { RuleForm } from "./rule-dialog.tsx";
import { type Cadence, cadenceNames, type Rules, useSetRule } from "./rules.ts";
import { SegmentField } from "./segment-field.tsx";

interface Props {
  rule: Rules["adoption"][number] | null;
  rules: Rules;
  onClose: () => void;
}

const cadences = (Object.keys(cadenceNames) as Cadence[]).map((value) => ({
  value,
  label: cadenceNames[value],
}));

/** A whole number within bounds, or what is wrong with the text. */
export function numberFault(text: string, min: number, max: number): string | undefined {
  const value = Number(text);
  return /^\d+$/.test(text.trim()) && value >= min && value <= max
    ? undefined
    : `Enter a whole number from ${min} to ${max}.`;
}

/** A new version of an adoption rule. */
export function AdoptionForm({ rule, rules, onClose }: Props) {
  const write = useSetRule();
  const form = useForm({
    start: {
      segment: rule?.entry.segment ?? "",
      features: rule?.entry.coreFeatures.map(({ feature, cadence }) => ({ feature, cadence })) ?? [
        { feature: "", cadence: "weekly" as Cadence },
      ],
      coreModule: rule?.entry.coreModule ?? "",
      seatShare: String(rule?.entry.seatShare ?? 80),
      idleDays: String(rule?.entry.idleDays ?? 14),
      from: rules.on as string,
    },
    check: ({ features, coreModule, seatShare, idleDays, from }) => ({
      features: features.some(({ feature }) => feature.trim() === "")
        ? "Name each core feature as the usage data does."
        : undefined,
      coreModule: coreModule.trim() === "" ? "Name the feature that must not lie idle." : undefined,
      seatShare: numberFault(seatShare, 1, 100),
      idleDays: numberFault(idleDays, 1, 366),
      from: dayFault(from),
    }),
    send: async ({ segment, features, coreModule, seatShare, idleDays, from }) => {
      await write(
        {
          of: "adoption_rule",
          segment: segment === "" ? null : segment,
          coreFeatures: features.map(({ feature, cadence }) => ({ feature: feature.trim(), cadence })),
          coreModule: coreModule.trim(),
          seatShare: Number(seatShare),
          idleDays: Number(idleDays),
        },
        from,
      );
      onClose();
      return undefined;
    },
  });
  const { features } = form.values;
  const change = (at: number, patch: Partial<(typeof features)[number]>) =>
    form.set({ features: features.map((one, index) => (index === at ? { ...one, ...patch } : one)) });
  return (
    <RuleForm form={form} label="Adoption rule" today={rules.on} onClose={onClose}>
      <SegmentField {...form.field("segment")} rules={rules} />
      {features.map(({ feature, cadence }, at) => (
        <div key={at} className="grid items-start gap-x-3 sm:grid-cols-[minmax(0,1fr)_140px_auto]">
          <TextField
            name={`feature-${at}`}
            label={`Core feature ${at + 1}`}
            value={feature}
            error={at === 0 ? form.field("features").error : undefined}
            onChange={(next) => change(at, { feature: next })}
            maxLength={200}
            autoComplete="off"
          />
          <SelectField
            name={`cadence-${at}`}
            label="Used"
            value={cadence}
            options={cadences}
            onChange={(next) => change(at, { cadence: next })}
          />
          <Button
            className="sm:mt-6"
            aria-label={`Remove core feature ${at + 1}`}
            disabled={features.length === 1}
            onClick={() => form.set({ features: features.filter((_, index) => index !== at) })}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button
        className="mb-3"
        onClick={() => form.set({ features: [...features, { feature: "", cadence: "weekly" }] })}
      >
        Add a core feature
      </Button>
      <div className="grid gap-x-3 sm:grid-cols-3">
        <TextField
          {...form.field("coreModule")}
          label="Core module"
          hint="Must not lie idle."
          autoComplete="off"
          maxLength={200}
        />
        <TextField {...form.field("seatShare")} label="Seats in use, %" inputMode="numeric" />
        <TextField {...form.field("idleDays")} label="Idle after, days" inputMode="numeric" />
      </div>
    </RuleForm>
  );
}
