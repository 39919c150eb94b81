import { holdersOf } from "../../../lib/holders.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { monthOptions } from "../../../lib/workspace-options.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import type { Settings } from "./settings-form.tsx";
import { type Weekday, weekdaysText } from "./working-days.ts";

/** The settings for those who may read and not change them. */
export function SettingsRead({ settings }: { settings: Settings }) {
  const { reportingCurrency } = useWorkspace();
  const month = monthOptions().find(({ value }) => value === String(settings.fiscalYearStart));
  const rows: readonly (readonly [string, string])[] = [
    ["Name", settings.name],
    [
      "Reporting currency",
      settings.reportingCurrency ?? `That of the data, ${reportingCurrency ?? "none yet"}`,
    ],
    ["Fiscal year starts in", month?.label ?? "January"],
    ["Time zone", settings.timeZone.replaceAll("_", " ")],
    ["Working days", weekdaysText(settings.workingDays.map((day) => String(day) as Weekday))],
    ["Second factor", settings.secondFactorRequired ? "Required of every member" : "Each member decides"],
  ];
  return (
    <FormSection title="Company" note={`${holdersOf("workspace.change")} can change this.`}>
      <dl className="pairs text-xs">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </FormSection>
  );
}
