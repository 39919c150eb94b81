import { useNavigate } from "@tanstack/react-router";
import type { CompPlan } from "@termwise/core/compensation";
import { useState } from "react";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useCompActions } from "../comp.ts";
import { teamOptions } from "./component-fields.ts";

/** A name as the id of a plan: `AE plan 2027` is `ae-plan-2027`. */
export function planIdOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  return /^[a-z]/.test(slug) ? slug : `plan-${slug}`.replace(/-$/, "");
}

/** The plan that a new one begins as: 80 % at the close, 20 % by the NRR of the cohort, with a clawback. */
function firstDraft(given: { name: string; team: CompPlan["team"]; currency: string; from: string }) {
  const points = [
    { at: "0", pays: "0" },
    { at: "100", pays: "100" },
  ];
  const payout = {
    points,
    between: "linear",
    beyond: "level",
    below: "nothing",
    floor: null,
    cap: null,
  } as const;
  const book = [
    { at: "100", pays: "0" },
    { at: "110", pays: "100" },
  ];
  const sales = {
    kind: "commission",
    id: "new-business",
    name: "New business",
    credit: { counts: ["new" as const] },
    rates: { bands: [{ from: "0", to: null, rate: "10" }] },
    atClose: "80",
    onRetention: "20",
    retention: { months: 12, payout },
    clawback: {
      triggers: ["churn" as const],
      window: { count: 12, unit: "months" as const },
      method: { kind: "share" as const, percent: "50" },
      exceptions: ["closure" as const, "our_breach" as const],
    },
  } as const;
  const success = {
    kind: "book_nrr",
    id: "book-nrr",
    name: "Book NRR",
    target: "0",
    payout: { ...payout, points: book, beyond: "slope" },
  } as const;
  return {
    id: planIdOf(given.name),
    version: 1,
    ...given,
    components: [given.team === "sales" ? sales : success],
  };
}

/** A button that begins a plan. */
export function NewPlan() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        New plan
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="New plan"
        note="It begins as a draft with one component; nobody is paid by it before it is approved and active."
      >
        <NewForm onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function NewForm({ onClose }: { onClose: () => void }) {
  const { today, reportingCurrency } = useWorkspace();
  const { savePlan } = useCompActions();
  const navigate = useNavigate();
  const form = useForm({
    start: {
      name: "",
      team: "sales" as CompPlan["team"],
      currency: String(reportingCurrency ?? "USD"),
      from: `${Number(today.slice(0, 4)) + 1}-01-01`,
    },
    check: ({ name, from }) => ({
      name: name.trim() === "" ? "Give it a name." : undefined,
      from: /^\d{4}-\d{2}-\d{2}$/.test(from) ? undefined : "Enter a day.",
    }),
    send: async (given) => {
      const plan = firstDraft({ ...given, name: given.name.trim() });
      await savePlan.mutateAsync({ plan });
      onClose();
      await navigate({ to: "/comp/plans/$id", params: { id: plan.id }, search: {} });
      return undefined;
    },
  });
  return (
    <Form form={form} label="New plan">
      <TextField {...form.field("name")} label="Name" maxLength={100} autoComplete="off" />
      <SelectField {...form.field("team")} label="Team" options={teamOptions} />
      <div className="grid grid-cols-2 gap-x-3">
        <TextField {...form.field("currency")} label="Currency" maxLength={3} autoComplete="off" />
        <TextField {...form.field("from")} label="From" type="date" />
      </div>
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Begin the draft</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
