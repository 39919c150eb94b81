import { type ReactNode, useDeferredValue, useState } from "react";
import { DayField } from "../../../ui/day-field.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { Card } from "../term-parts.tsx";
import { ChangeView } from "./change-view.tsx";
import {
  changedParts,
  type Definition,
  partNames,
  type Text,
  useDefinitionActions,
  type Version,
} from "./definition.ts";
import { Impact } from "./impact.tsx";
import { changedValues, isList, parameterFault, textOf, typedOf } from "./propose-form.ts";

interface Props {
  definition: Definition;
  last: Version;
  onProposed: (entryId: string) => Promise<void>;
  /** Beside the button that proposes: the way out. */
  cancel?: ReactNode;
}

/** A change of a term's definition: written on the left, seen against the version in force on the right. */
export function Proposing({ definition, last, onProposed, cancel }: Props) {
  const { propose } = useDefinitionActions();
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(definition.parameters.map(({ name }) => [name, String(last.parameters[name])])),
  );
  const parameters = changedValues(definition, last.parameters, typed);
  const faults = Object.fromEntries(
    definition.parameters.flatMap((parameter) => {
      const fault = parameterFault(parameter, typed[parameter.name] ?? "");
      return fault === undefined ? [] : [[parameter.name, fault]];
    }),
  );
  const [earliest = definition.today] = [last.on, definition.today].sort().reverse();
  const form = useForm({
    start: { ...typedOf(last.text), takesEffectOn: earliest as string, reason: "" },
    check: ({ reason, takesEffectOn }) => ({
      reason: reason.trim() === "" ? "Say why: it stays with the version." : undefined,
      takesEffectOn: takesEffectOn === "" ? "Say from which day it holds." : undefined,
    }),
    send: async ({ takesEffectOn, reason, ...words }) => {
      if (Object.keys(faults).length > 0) return { message: "A parameter is out of its range." };
      const written = textOf(words);
      const text = Object.fromEntries(changedParts(last.text, written).map((part) => [part, written[part]]));
      const { entryId } = await propose.mutateAsync({
        termId: definition.termId,
        base: last.version,
        text: text as Partial<Text>,
        parameters,
        takesEffectOn,
        reason,
      });
      await onProposed(entryId);
      return undefined;
    },
  });
  const { takesEffectOn: _, reason: __, ...words } = form.values;
  const after = useDeferredValue({ text: textOf(words), parameters: { ...last.parameters, ...parameters } });
  const signing = new Intl.ListFormat("en").format(definition.teams.map(({ name }) => name));
  return (
    <div className="grid items-start gap-4 @[60rem]/page:grid-cols-2">
      <Card title={`Against version ${last.version}`}>
        <Form form={form} label="Change">
          {(Object.keys(partNames) as (keyof Text)[]).map((part) => (
            <TextAreaField
              key={part}
              {...form.field(part)}
              label={partNames[part]}
              optional={part !== "definition" && part !== "example"}
              hint={isList(part) ? "One point a line." : undefined}
              rows={part === "definition" || part === "example" ? 3 : 2}
            />
          ))}
          {definition.parameters.map((parameter) => {
            const value = typed[parameter.name] ?? "";
            const change = (to: string) => setTyped((was) => ({ ...was, [parameter.name]: to }));
            return "options" in parameter ? (
              <SelectField
                key={parameter.name}
                name={parameter.name}
                label={parameter.label}
                hint={parameter.meaning}
                value={value}
                onChange={change}
                options={parameter.options.map((option) => ({
                  value: option.value,
                  label: `${option.value}: ${option.meaning}`,
                }))}
              />
            ) : (
              <TextField
                key={parameter.name}
                name={parameter.name}
                label={parameter.label}
                hint={parameter.meaning}
                error={faults[parameter.name]}
                inputMode="numeric"
                autoComplete="off"
                value={value}
                onChange={change}
              />
            );
          })}
          <DayField
            {...form.field("takesEffectOn")}
            label="Holds from"
            min={earliest}
            hint="Periods that end before keep the version of their time."
          />
          <TextAreaField {...form.field("reason")} label="Reason" maxLength={1000} rows={2} />
          <FormMessage text={form.message} />
          <Actions>
            <Submit busy={form.busy}>Propose it</Submit>
            {cancel}
          </Actions>
        </Form>
      </Card>
      <div className="flex flex-col gap-4">
        <Card title="What changes">
          <ChangeView before={last} after={after} parameters={definition.parameters} />
        </Card>
        <Card title="What it would move">
          <Impact termId={definition.termId} parameters={parameters} />
        </Card>
        <p className="px-1 text-xs text-muted">
          It holds once {Object.keys(parameters).length > 0 ? "the teams named above" : signing} have signed
          it. Until then, and if one of them rejects it, version {definition.inForce} stays in force.
        </p>
      </div>
    </div>
  );
}
