import type { CompPlan } from "@termwise/core/compensation";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { minorFrom } from "../amount.ts";
import { useCompActions } from "../comp.ts";

/** A button that gives a plan to somebody: from when, pay at target, quotas. */
export function Assign({ plan }: { plan: CompPlan }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Give it to somebody
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Give ${plan.name}, version ${plan.version}, to somebody`}
        note="A letter is written from the plan, for them to acknowledge."
      >
        <AssignForm plan={plan} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AssignForm({ plan, onClose }: { plan: CompPlan; onClose: () => void }) {
  const { assign } = useCompActions();
  const quotaed = plan.components.filter((component) => "quotaPer" in component);
  const form = useForm({
    start: {
      person: "",
      from: plan.from as string,
      to: plan.to as string | null,
      targetPay: "",
      quotas: {} as Record<string, string>,
    },
    check: ({ person, from, targetPay, quotas }) => ({
      person: person.trim() === "" ? "Enter the name that accounts call them by." : undefined,
      from: /^\d{4}-\d{2}-\d{2}$/.test(from) ? undefined : "Enter a day.",
      targetPay:
        targetPay.trim() !== "" && minorFrom(targetPay, plan.currency) === null
          ? `An amount in ${plan.currency}.`
          : undefined,
      quotas: Object.values(quotas).some(
        (text) => text.trim() !== "" && minorFrom(text, plan.currency) === null,
      )
        ? `Quotas are amounts in ${plan.currency}.`
        : undefined,
    }),
    send: async ({ person, from, to, targetPay, quotas }) => {
      const amounts = Object.entries(quotas).flatMap(([id, text]) => {
        const minor = minorFrom(text, plan.currency);
        return minor === null ? [] : [[id, minor] as const];
      });
      await assign.mutateAsync({
        assigned: {
          person: person.trim(),
          planId: plan.id,
          version: plan.version,
          from,
          to: to || null,
          targetPay: minorFrom(targetPay, plan.currency),
          quotas: Object.fromEntries(amounts),
        },
      });
      onClose();
      return undefined;
    },
  });
  const quotas = form.field("quotas");
  const to = form.field("to");
  return (
    <Form form={form} label="Give the plan to somebody">
      <TextField {...form.field("person")} label="Person" maxLength={200} autoComplete="off" />
      <div className="grid grid-cols-2 gap-x-3">
        <TextField {...form.field("from")} label="From" type="date" />
        <TextField {...to} value={to.value ?? ""} label="Until" type="date" optional />
      </div>
      <TextField
        {...form.field("targetPay")}
        label={`Variable pay of a year at target, ${plan.currency}`}
        optional
        inputMode="decimal"
        autoComplete="off"
      />
      {quotaed.map(({ id, name }, index) => (
        <TextField
          key={id}
          name={`quota-${id}`}
          label={`Quota of ${name}, ${plan.currency}`}
          optional
          inputMode="decimal"
          autoComplete="off"
          error={index === 0 ? quotas.error : undefined}
          value={quotas.value[id] ?? ""}
          onChange={(text) => quotas.onChange({ ...quotas.value, [id]: text })}
        />
      ))}
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Give it</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
