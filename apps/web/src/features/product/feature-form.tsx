import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { DayField, dayFault } from "../../ui/day-field.tsx";
import { Actions } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { MultiChoice } from "../../ui/multi-choice.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { FeatureRow } from "./adoption.ts";

interface Props {
  /** What the catalogue holds of it; null: a new one. */
  entry: FeatureRow["entry"] | null;
  /** What readings of use call features that the catalogue does not know. */
  unnamed: readonly string[];
  segments: readonly string[];
  onClose: () => void;
}

const signalNames = {
  key_action: "A key action of setting up",
  aha: "The aha moment",
  plan_limit: "Coming to a limit of the plan",
} as const;
type Signal = keyof typeof signalNames;

const needed = (text: string, says: string) => (text.trim() === "" ? says : undefined);
const whole = (text: string, most: number) =>
  /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most ? undefined : `From 1 to ${most}.`;
const dayOr = (text: string) => (text === "" ? undefined : dayFault(text));

/** A version of a feature: who is entitled to it, since when it is there, and what was agreed to be active use. */
export function FeatureForm({ entry, unnamed, segments, onClose }: Props) {
  const client = useQueryClient();
  const set = useMutation(trpc.journal.setRule.mutationOptions());
  const form = useForm({
    start: {
      feature: entry?.feature ?? unnamed[0] ?? "",
      area: entry?.area ?? "",
      tier: entry?.tier ?? ("core" as "core" | "advanced"),
      workflow: entry?.workflow ?? "",
      segments: entry?.segments ?? ([] as string[]),
      gaOn: (entry?.gaOn ?? "") as string,
      agreedOn: (entry?.activeUse?.agreedOn ?? "") as string,
      usesAWeek: String(entry?.activeUse?.usesAWeek ?? 1),
      weeks: String(entry?.activeUse?.weeks ?? 2),
      signals: [...(entry?.signals ?? [])] as Signal[],
      state: entry?.retired ? "retired" : "there",
    },
    check: (values) => ({
      feature: needed(values.feature, "Name it as the readings of use do."),
      area: needed(values.area, "Name the area of the product it is part of."),
      workflow: needed(values.workflow, "Say which finished work counts as use."),
      gaOn: dayOr(values.gaOn),
      agreedOn: dayOr(values.agreedOn),
      usesAWeek: whole(values.usesAWeek, 100),
      weeks: whole(values.weeks, 52),
    }),
    send: async ({ agreedOn, usesAWeek, weeks, state, gaOn, signals, ...values }) => {
      await set.mutateAsync({
        entry: {
          of: "feature",
          ...values,
          feature: values.feature.trim(),
          gaOn: gaOn || null,
          activeUse: agreedOn ? { usesAWeek: Number(usesAWeek), weeks: Number(weeks), agreedOn } : null,
          owner: entry?.owner ?? null,
          retired: state === "retired",
          ...(signals.length > 0 && { signals }),
        },
      } as Inputs["journal"]["setRule"]);
      await client.invalidateQueries();
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Feature">
      <div className="grid gap-x-3 sm:grid-cols-2">
        <TextField {...form.field("feature")} label="Feature" maxLength={200} autoComplete="off" />
        <TextField {...form.field("area")} label="Area" maxLength={200} autoComplete="off" />
      </div>
      <TextField
        {...form.field("workflow")}
        label="What counts as use"
        hint="A finished piece of work. A login never counts."
        maxLength={500}
        autoComplete="off"
      />
      <div className="grid gap-x-3 sm:grid-cols-2">
        <SelectField
          {...form.field("tier")}
          label="Kind"
          options={[
            { value: "core", label: "Core" },
            { value: "advanced", label: "Advanced" },
          ]}
        />
        <DayField {...form.field("gaOn")} label="Generally available since" optional />
      </div>
      <MultiChoice
        {...form.field("segments")}
        label="Entitled"
        hint="None chosen: every customer."
        options={[...new Set([...segments, ...form.values.segments])].map((value) => ({
          value,
          label: value,
        }))}
        inline
      />
      <div className="mt-3 grid gap-x-3 sm:grid-cols-3">
        <DayField {...form.field("agreedOn")} label="Active use agreed on" optional />
        <TextField {...form.field("usesAWeek")} label="Uses a week" inputMode="numeric" />
        <TextField {...form.field("weeks")} label="Weeks in a row" inputMode="numeric" />
      </div>
      <MultiChoice
        {...form.field("signals")}
        label="Its use also tells"
        hint="Of new people: whether they are set up, and came to the moment. Of accounts: whether they are ready to buy."
        options={(Object.keys(signalNames) as Signal[]).map((value) => ({
          value,
          label: signalNames[value],
        }))}
      />
      {entry && (
        <SelectField
          {...form.field("state")}
          label="State"
          options={[
            { value: "there", label: "Part of the product" },
            { value: "retired", label: "Retired" },
          ]}
        />
      )}
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Save</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
