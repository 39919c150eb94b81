import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { type Check, useSetCheck } from "./quality.ts";

interface Props {
  check: Check | null;
  onClose: () => void;
}

/** Who looks after a check, and whether it is muted: never without a reason and an end. */
export function CheckDialog({ check, onClose }: Props) {
  return (
    <Dialog
      open={check !== null}
      onClose={onClose}
      title={check?.name ?? ""}
      note="A muted check is still counted. It stands apart until the day it was muted to."
    >
      {check && <CheckForm key={check.check} check={check} onClose={onClose} />}
    </Dialog>
  );
}

interface Typed {
  owner: string;
  reason: string;
  until: string;
  tolerance: string;
}

function CheckForm({ check, onClose }: { check: Check; onClose: () => void }) {
  const set = useSetCheck();
  const { today } = useWorkspace();
  const billing = check.tolerance !== null;
  const form = useForm<Typed>({
    start: {
      owner: check.owner ?? "",
      reason: check.muted?.reason ?? "",
      until: check.muted?.until ?? "",
      tolerance: check.tolerance === null ? "" : String(check.tolerance / 100),
    },
    check: ({ reason, until, tolerance }) => ({
      reason: until !== "" && reason.trim() === "" ? "Say why it is muted." : undefined,
      until: reason.trim() !== "" && until < today ? "Say until when: today or later." : undefined,
      tolerance:
        billing && !/^\d{1,2}(\.\d{1,2})?$|^100$/.test(tolerance)
          ? "Enter a per cent from 0 to 100."
          : undefined,
    }),
    send: async ({ owner, reason, until, tolerance }) => {
      await set.mutateAsync({
        check: check.check,
        owner: owner.trim() || null,
        mute: reason.trim() === "" ? null : { reason: reason.trim(), until },
        tolerance: billing ? Math.round(Number(tolerance) * 100) : null,
      });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Check">
      <TextField {...form.field("owner")} label="Owner" optional maxLength={200} autoComplete="off" />
      {billing && (
        <TextField
          {...form.field("tolerance")}
          label="Tolerance in per cent"
          inputMode="decimal"
          hint="As far as a billing total may lie from ours"
          autoComplete="off"
        />
      )}
      <TextField
        {...form.field("reason")}
        label="Mute, because"
        optional
        maxLength={500}
        autoComplete="off"
        hint="Empty: it is not muted"
      />
      <DayField {...form.field("until")} label="Muted until" optional min={today} />
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
