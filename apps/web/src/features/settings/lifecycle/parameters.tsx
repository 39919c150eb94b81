import { useState } from "react";
import { count, counted } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { dayFault } from "../../../ui/day-field.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useForm } from "../../../ui/form.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { numberFault } from "./adoption-form.tsx";
import { RuleForm } from "./rule-dialog.tsx";
import { parameterNames, type Rules, useSetRule } from "./rules.ts";

type Parameter = Rules["parameters"][number];

const labelOf = ({ name }: Parameter): string => parameterNames[name]?.label ?? name;
const unitOf = ({ name }: Parameter): string => parameterNames[name]?.unit ?? "";

function valueText({ value, name }: Parameter): string {
  const unit = parameterNames[name]?.unit ?? "";
  if (unit === "" || unit === "%") return `${count(value)}${unit && "\u00a0%"}`;
  return counted(value, unit.replace(/s$/, ""));
}

const columns: Column<Parameter>[] = [
  {
    key: "label",
    header: "Number",
    cell: (parameter) => (
      <span className="inline-block max-w-52 whitespace-normal sm:max-w-none">{labelOf(parameter)}</span>
    ),
  },
  {
    key: "value",
    header: "Holds",
    numeric: true,
    cell: (parameter) => (
      <span className="inline-flex items-center gap-2">
        {parameter.value !== parameter.house && <Chip tone="info">set</Chip>}
        <span className="font-medium">{valueText(parameter)}</span>
      </span>
    ),
  },
  {
    key: "house",
    header: "House",
    numeric: true,
    className: "text-muted",
    cell: ({ house }) => count(house),
  },
];

/** The numbers of the lifecycle and of handoffs, with what the house says. */
export function Parameters({ rules }: { rules: Rules }) {
  const [editing, setEditing] = useState(false);
  return (
    <FormSection
      title="Numbers"
      note="Windows, deadlines and thresholds. What is not set is as the house has it."
      tools={
        mayI("journal.setRule") && (
          <Button aria-haspopup="dialog" aria-label="Change the numbers" onClick={() => setEditing(true)}>
            Change
          </Button>
        )
      }
      flush
    >
      <DataTable
        caption="Numbers of the lifecycle"
        columns={columns}
        rows={rules.parameters}
        rowKey={({ name }) => name}
      />
      <Dialog open={editing} onClose={() => setEditing(false)} title="Numbers of the lifecycle" wide>
        <NumbersForm rules={rules} onClose={() => setEditing(false)} />
      </Dialog>
    </FormSection>
  );
}

function NumbersForm({ rules, onClose }: { rules: Rules; onClose: () => void }) {
  const write = useSetRule();
  const { parameters } = rules;
  const start: Record<string, string> & { from: string; reason: string } = {
    ...Object.fromEntries(parameters.map(({ name, value }) => [name, String(value)])),
    from: rules.on as string,
    reason: "",
  };
  const form = useForm({
    start,
    check: (values) => ({
      ...Object.fromEntries(
        parameters.map(({ name, min, max }) => [name, numberFault(values[name] ?? "", min, max)]),
      ),
      from: dayFault(values.from),
      reason: values.reason.trim() === "" ? "Say why: it stays with the version." : undefined,
    }),
    send: async ({ from, reason, ...texts }) => {
      const set = parameters.flatMap(({ name, house }) =>
        Number(texts[name]) === house ? [] : [[name, Number(texts[name])] as const],
      );
      await write({ of: "lifecycle_policy", parameters: Object.fromEntries(set), reason }, from);
      onClose();
      return undefined;
    },
  });
  return (
    <RuleForm form={form} label="Numbers of the lifecycle" today={rules.on} onClose={onClose}>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {parameters.map((parameter) => (
          <TextField
            key={parameter.name}
            {...form.field(parameter.name)}
            label={labelOf(parameter)}
            hint={`${unitOf(parameter)} House: ${parameter.house}.`.trim()}
            inputMode="numeric"
            autoComplete="off"
          />
        ))}
      </div>
      <TextAreaField {...form.field("reason")} label="Reason" maxLength={1000} rows={2} />
    </RuleForm>
  );
}
