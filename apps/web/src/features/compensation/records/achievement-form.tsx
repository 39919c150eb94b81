import { useQueries, useQuery } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useCompActions } from "../comp.ts";
import { periodAround } from "../periods.ts";

interface Objective {
  /** The plan's version, its component and the objective: what a form field can hold. */
  readonly value: string;
  readonly label: string;
  readonly component: string;
  readonly objective: string;
  readonly people: readonly string[];
}

/** The objectives of plans that are given to somebody, each with whom it is of. */
function useObjectives(): readonly Objective[] | null {
  const plans = useQuery(trpc.comp.plans.queryOptions()).data;
  const given = useQuery(trpc.comp.assignments.queryOptions()).data;
  const paying = (plans ?? []).filter(({ components }) =>
    components.some(({ kind }) => kind === "objectives"),
  );
  const whole = useQueries({
    queries: paying.map(({ id, version }) => trpc.comp.plan.queryOptions({ planId: id, version })),
  });
  if (!plans || !given || whole.some(({ data }) => !data)) return null;
  return whole.flatMap(({ data }) =>
    (data?.plan.components ?? []).flatMap((component) =>
      component.kind !== "objectives"
        ? []
        : component.objectives.map(({ id, name }) => ({
            value: `${data?.id}@${data?.version} ${component.id} ${id}`,
            label: `${name} (${data?.name}, version ${data?.version})`,
            component: component.id,
            objective: id,
            people: given
              .filter(({ planId, version }) => planId === data?.id && version === data?.version)
              .map(({ person }) => person),
          })),
    ),
  );
}

/** Says what somebody achieved of an objective of their plan in a period, by whom and why. */
export function AchievementForm({ onClose }: { onClose: () => void }) {
  const objectives = useObjectives();
  if (objectives === null) return <p className="text-xs text-muted">The plans are read.</p>;
  if (objectives.length === 0)
    return (
      <p className="text-xs text-muted">No plan pays for objectives: there is nothing to be achieved.</p>
    );
  return <Asked objectives={objectives} onClose={onClose} />;
}

function Asked({ objectives, onClose }: { objectives: readonly Objective[]; onClose: () => void }) {
  const { achieve } = useCompActions();
  const { today } = useWorkspace();
  const form = useForm({
    start: {
      objective: objectives[0]?.value ?? "",
      person: objectives[0]?.people[0] ?? "",
      period: periodAround(today),
      achieved: "",
      approver: "",
      reason: "",
    },
    check: ({ person, period, achieved, approver, reason }) => ({
      person: person === "" ? "Nobody has this plan." : undefined,
      period: period.trim() === "" ? "Such as 2026-Q3 or 2026-09." : undefined,
      achieved: /^\d{1,3}(\.\d{1,6})?$/.test(achieved.trim())
        ? undefined
        : "A number of per cent, such as 80.",
      approver: approver.trim() === "" ? "Name who found it." : undefined,
      reason: reason.trim().length < 3 ? "Say why, for whoever reads it later." : undefined,
    }),
    send: async ({ objective, person, period, achieved, approver, reason }) => {
      const of = objectives.find(({ value }) => value === objective);
      if (!of) return { fields: { objective: "Choose an objective." } };
      await achieve.mutateAsync({
        person,
        period: period.trim(),
        achievement: {
          component: of.component,
          objective: of.objective,
          achieved: achieved.trim(),
          approver: approver.trim(),
          reason: reason.trim(),
        },
      });
      onClose();
      return undefined;
    },
  });
  const people = objectives.find(({ value }) => value === form.values.objective)?.people ?? [];
  const objective = form.field("objective");
  return (
    <Form form={form} label="Record an achievement">
      <SelectField
        {...objective}
        label="Objective"
        options={objectives.map(({ value, label }) => ({ value, label }))}
        onChange={(value) =>
          form.set({
            objective: value,
            person: objectives.find((one) => one.value === value)?.people[0] ?? "",
          })
        }
      />
      <SelectField
        {...form.field("person")}
        label="Person"
        options={[...new Set(people)].map((person) => ({ value: person, label: person }))}
      />
      <div className="grid grid-cols-2 gap-x-3">
        <TextField {...form.field("period")} label="Period" autoComplete="off" />
        <TextField {...form.field("achieved")} label="Achieved, %" inputMode="decimal" autoComplete="off" />
      </div>
      <TextField {...form.field("approver")} label="Found by" maxLength={200} autoComplete="off" />
      <TextField {...form.field("reason")} label="Reason" maxLength={500} autoComplete="off" />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Put on record</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
