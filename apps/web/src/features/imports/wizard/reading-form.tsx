import { Checkbox } from "../../../ui/checkbox.tsx";
import { DayField } from "../../../ui/day-field.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { ConstantInput } from "./constant-input.tsx";
import { type FileSettings, type ImportMapping, settingsOf, withConstant, withSettings } from "./settings.ts";
import type { CheckedFile } from "./use-draft.ts";

interface Props {
  file: CheckedFile;
  mapping: ImportMapping;
  onMapping: (of: (mapping: ImportMapping) => ImportMapping) => void;
}

const dates = [
  { value: "", label: "As detected" },
  { value: "iso", label: "Year-month-day" },
  { value: "dmy", label: "Day first (31/12/2026)" },
  { value: "mdy", label: "Month first (12/31/2026)" },
  { value: "excel", label: "Excel day numbers" },
  { value: "epoch", label: "Seconds since 1970" },
] as const;

/** What holds for every row of a file: how days and decimals are written, what an end is, which currency, whose ids. */
export function ReadingForm({ file, mapping, onMapping }: Props) {
  const own = settingsOf(mapping, file.name);
  const set = (changed: FileSettings) => onMapping((before) => withSettings(before, file.name, changed));
  const isLines = file.kind === "contract_lines";
  return (
    <div className="grid gap-x-4 border-t border-line px-4 pt-3 @[36rem]/page:grid-cols-3">
      <SelectField
        label="Dates"
        name="dates"
        value={typeof own.dates === "string" ? own.dates : ""}
        options={dates}
        onChange={(value) => set({ dates: value === "" ? undefined : value })}
      />
      <SelectField
        label="Decimals"
        name="decimal"
        value={typeof own.decimal === "string" ? own.decimal : ""}
        options={[
          { value: "", label: "As detected" },
          { value: ".", label: "Point: 1,234.56" },
          { value: ",", label: "Comma: 1.234,56" },
        ]}
        onChange={(value) => set({ decimal: value === "" ? undefined : value })}
      />
      {isLines && (
        <SelectField
          label="An end day is"
          name="endDays"
          value={own.endDays ?? file.endDays}
          options={[
            { value: "inclusive", label: "the last day in force" },
            { value: "exclusive", label: "the first day out of force" },
          ]}
          onChange={(endDays) => set({ endDays })}
        />
      )}
      {isLines && (
        <div className="@[36rem]/page:col-span-3">
          <Checkbox
            label="Lines may create the accounts they name"
            hint="Where accounts have been listed before, a line that names an unknown one is refused otherwise."
            checked={own.createAccounts ?? false}
            onChange={(on) => set({ createAccounts: on ? true : undefined })}
          />
        </div>
      )}
      {file.kind === "accounts" && (
        <DayField
          label="Changed attributes hold from"
          name="effectiveOn"
          optional
          hint="The day of the import, if none is given."
          value={own.effectiveOn ?? ""}
          onChange={(on) => set({ effectiveOn: on === "" ? undefined : (on as FileSettings["effectiveOn"]) })}
        />
      )}
      <div className="pb-4 text-xs font-medium">
        <span className="block pb-1">The system its ids are of</span>
        <ConstantInput
          label={`System of ${file.name}`}
          value={own.system ?? ""}
          placeholder={file.preset ? `csv, or ${file.preset.system}` : file.system}
          onCommit={(system) => set({ system: system === "" ? undefined : system })}
        />
        <p className="pt-1 text-2xs font-normal text-subtle">
          Ids of two systems never meet by accident. Keep it the same from import to import.
        </p>
      </div>
      {isLines && (
        <div className="pb-4 text-xs font-medium">
          <span className="block pb-1">Currency of rows that name none</span>
          <ConstantInput
            label={`Currency of ${file.name}`}
            value={own.constants?.["currency"] ?? ""}
            placeholder="such as EUR"
            onCommit={(text) =>
              onMapping((before) => withConstant(before, file.name, "currency", text.toUpperCase()))
            }
          />
          <p className="pt-1 text-2xs font-normal text-subtle">
            Times without a zone are read in the workspace's; days stay the day that is written.
          </p>
        </div>
      )}
    </div>
  );
}
