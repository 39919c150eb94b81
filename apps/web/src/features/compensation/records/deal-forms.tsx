import { useState } from "react";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type DealOnRecord, useCompActions } from "../comp.ts";
import { SharesForm } from "../shares-form.tsx";
import { LossForm } from "./loss-form.tsx";

interface Props {
  deal: DealOnRecord;
  onClose: () => void;
}

type What = "split" | "day" | "exclude" | "unpaid";

const choices: readonly { value: What; label: string }[] = [
  { value: "split", label: "Split" },
  { value: "day", label: "Day" },
  { value: "exclude", label: "Leave out" },
  { value: "unpaid", label: "Not paid" },
];

/** What can be put on record of a deal: who shares it, a day, that it is left out, or that it was not paid. */
export function DealForms({ deal, onClose }: Props) {
  const [what, setWhat] = useState<What>("split");
  const { split } = useCompActions();
  const { today } = useWorkspace();
  return (
    <>
      <div className="mb-3">
        <Segmented label="What is put on record" value={what} options={choices} onChange={setWhat} />
      </div>
      {what === "split" && (
        <SharesForm
          label="Split of the deal"
          start={deal.split}
          reasoned
          verb="Put on record"
          onSend={(shares, reason) => split.mutateAsync({ dealId: deal.dealId, split: shares, reason })}
          onClose={onClose}
        />
      )}
      {what === "day" && <DayForm deal={deal} onClose={onClose} />}
      {what === "exclude" && <ExcludeForm deal={deal} onClose={onClose} />}
      {what === "unpaid" && (
        <LossForm
          start={{
            lossId: `non_payment-${deal.dealId}`.slice(0, 100),
            account: deal.accountId,
            trigger: "non_payment",
            on: today,
            lost: null,
            ref: "",
            dealId: deal.dealId,
          }}
          onClose={onClose}
        />
      )}
    </>
  );
}

const steps = [
  { value: "handoff_accepted", label: "Handoff accepted" },
  { value: "training_done", label: "Training done" },
  { value: "contract_filed", label: "Contract filed" },
  { value: "invoiced", label: "Invoiced" },
  { value: "paid", label: "Paid by the customer" },
] as const;

function DayForm({ deal, onClose }: Props) {
  const { dealDay } = useCompActions();
  const form = useForm({
    start: { what: "paid" as (typeof steps)[number]["value"], on: "" },
    check: ({ on }) => ({ on: on === "" || /^\d{4}-\d{2}-\d{2}$/.test(on) ? undefined : "Enter a day." }),
    send: async ({ what, on }) => {
      await dealDay.mutateAsync({ dealId: deal.dealId, what, on: on || null });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Day of the deal">
      <SelectField {...form.field("what")} label="What happened" options={steps} />
      <TextField
        {...form.field("on")}
        label="On"
        type="date"
        optional
        hint="Without a day: it did not happen."
      />
      <Sent busy={form.busy} message={form.message} verb="Put on record" onClose={onClose} />
    </Form>
  );
}

function ExcludeForm({ deal, onClose }: Props) {
  const { exclude } = useCompActions();
  const form = useForm({
    start: { whole: "deal" as "deal" | "account", person: "", approver: "", reason: "" },
    check: ({ approver, reason }) => ({
      approver: approver.trim() === "" ? "Name who approved it." : undefined,
      reason: reason.trim().length < 3 ? "Say why, for whoever reads it later." : undefined,
    }),
    send: async ({ whole, person, approver, reason }) => {
      const what =
        whole === "deal" ? { dealId: deal.dealId, account: null } : { dealId: null, account: deal.accountId };
      await exclude.mutateAsync({
        exclusion: { ...what, approver: approver.trim(), reason: reason.trim() },
        person: person.trim() || null,
      });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Leave it out">
      <SelectField
        {...form.field("whole")}
        label="What is left out"
        options={[
          { value: "deal", label: "This deal" },
          { value: "account", label: `Everything of ${deal.account}` },
        ]}
      />
      <TextField
        {...form.field("person")}
        label="Of one person alone"
        optional
        maxLength={200}
        autoComplete="off"
      />
      <TextField {...form.field("approver")} label="Approved by" maxLength={200} autoComplete="off" />
      <TextField {...form.field("reason")} label="Reason" maxLength={500} autoComplete="off" />
      <Sent busy={form.busy} message={form.message} verb="Leave it out" onClose={onClose} />
    </Form>
  );
}

interface SentProps {
  busy: boolean;
  message: string | null;
  verb: string;
  onClose: () => void;
}

function Sent({ busy, message, verb, onClose }: SentProps) {
  return (
    <>
      <FormMessage text={message} />
      <Actions>
        <Submit busy={busy}>{verb}</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </>
  );
}
