import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { day, later } from "@termwise/core/kernel";
import { useDeferredValue, useState } from "react";
import { trpc } from "../../../lib/trpc.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { DayField } from "../../../ui/day-field.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { Page } from "../../../ui/page.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
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

/** A change of a term's definition is written, seen against the version in force, and put forward. */
export function ProposePage({ term }: { term: string }) {
  const named = useQuery(trpc.glossary.term.queryOptions({ id: term }));
  const query = useQuery(trpc.definitions.ofTerm.queryOptions({ termId: term }));
  const name = named.data?.name ?? "Term";
  return (
    <Page
      title={`Propose a change: ${name}`}
      crumbs={[
        { label: "Glossary", to: "/glossary" },
        { label: name, to: `/glossary/${term}` },
      ]}
    >
      <Loaded query={query} what="This term" skeleton={<Skeleton className="h-[640px]" />}>
        {(definition) => {
          const last = definition.versions.at(-1);
          return last ? <Proposing key={last.version} definition={definition} last={last} /> : null;
        }}
      </Loaded>
    </Page>
  );
}

function Proposing({ definition, last }: { definition: Definition; last: Version }) {
  const { propose } = useDefinitionActions();
  const navigate = useNavigate();
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
  const earliest = later(day(last.on), day(definition.today));
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
      await propose.mutateAsync({
        termId: definition.termId,
        base: last.version,
        text: text as Partial<Text>,
        parameters,
        takesEffectOn,
        reason,
      });
      await navigate({ to: "/glossary/$term", params: { term: definition.termId }, hash: "proposals" });
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
            <Link
              to="/glossary/$term"
              params={{ term: definition.termId }}
              className={buttonClass("plain", "large")}
            >
              Cancel
            </Link>
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
          It holds once {signing} have signed it. Until then, and if one of them rejects it, version{" "}
          {definition.inForce} stays in force.
        </p>
      </div>
    </div>
  );
}
