import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { currencyOptions, monthOptions, timeZoneOptions } from "../../../lib/workspace-options.ts";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { MultiChoice } from "../../../ui/multi-choice.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type Weekday, weekdays } from "./working-days.ts";

/** A workspace's settings. */
export type Settings = Outputs["workspace"]["settings"];

/** The currency of the data, whichever it is. */
const ofTheData = "";

/** Name, currency, fiscal year, time zone and working days of the company. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const { reportingCurrency: inUse } = useWorkspace();
  const client = useQueryClient();
  const change = useMutation(trpc.workspace.change.mutationOptions());
  const [saved, setSaved] = useState(false);
  const form = useForm({
    start: {
      name: settings.name,
      currency: settings.reportingCurrency ?? ofTheData,
      fiscalYearStart: String(settings.fiscalYearStart),
      timeZone: settings.timeZone,
      workingDays: settings.workingDays.map((day) => String(day) as Weekday),
    },
    check: ({ name, workingDays }) => ({
      name: name.trim() === "" ? "Enter the company's name." : undefined,
      workingDays: workingDays.length === 0 ? "Choose at least one day." : undefined,
    }),
    send: async ({ name, currency, fiscalYearStart, timeZone, workingDays }) => {
      setSaved(false);
      await change.mutateAsync({
        name: name.trim(),
        reportingCurrency: currency === ofTheData ? null : currency,
        fiscalYearStart: Number(fiscalYearStart),
        timeZone,
        workingDays: workingDays.map(Number),
      });
      await client.invalidateQueries();
      setSaved(true);
      return undefined;
    },
  });
  return (
    <FormSection title="Company" note="How figures are reported, for everybody in this workspace.">
      <Form form={form} label="Company">
        <div className="grid gap-x-6 sm:grid-cols-2">
          <TextField {...form.field("name")} label="Name" autoComplete="organization" maxLength={120} />
          <SelectField
            {...form.field("currency")}
            label="Reporting currency"
            hint="Contracts in other currencies are converted to it."
            options={[
              {
                value: ofTheData,
                label:
                  inUse && settings.reportingCurrency === null
                    ? `That of the data, ${inUse}`
                    : "That of the data",
              },
              ...currencyOptions(),
            ]}
          />
          <SelectField
            {...form.field("fiscalYearStart")}
            label="Fiscal year starts in"
            hint="Quarters and years follow it."
            options={monthOptions()}
          />
          <SelectField
            {...form.field("timeZone")}
            label="Time zone"
            hint="A day begins and ends by it."
            options={withChosen(timeZoneOptions(), settings.timeZone)}
          />
        </div>
        <WorkingDays {...form.field("workingDays")} />
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <Submit busy={form.busy}>Save</Submit>
          <FormMessage
            text={form.message ?? (saved ? "Saved." : null)}
            tone={form.message ? "negative" : "positive"}
          />
        </div>
      </Form>
    </FormSection>
  );
}

interface WorkingDaysProps {
  value: Weekday[];
  error: string | undefined;
  onChange: (value: Weekday[]) => void;
}

function WorkingDays({ value, error, onChange }: WorkingDaysProps) {
  return (
    <MultiChoice
      label="Working days"
      hint="Deadlines in working days count these."
      value={value}
      error={error}
      options={weekdays}
      onChange={onChange}
      inline
    />
  );
}

/** The options with the chosen zone among them, also where this browser does not know it. */
function withChosen(options: ReturnType<typeof timeZoneOptions>, chosen: string) {
  return options.some(({ value }) => value === chosen)
    ? options
    : [{ value: chosen, label: chosen, group: "In use" }, ...options];
}
