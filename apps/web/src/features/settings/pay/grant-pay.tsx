import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { roleNames } from "@termwise/core/access";
import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { monthsAfter } from "../../../lib/months.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { useWho } from "../../../lib/who.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { TextField } from "../../../ui/text-field.tsx";

type Member = Outputs["members"]["list"][number];

/** A button that grants somebody to read pay: whose, why and until when. */
export function GrantPay() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Grant
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Grant access to pay"
        note="The grant, and each reading under it, is written to the audit log."
      >
        <WithMembers onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function WithMembers({ onDone }: { onDone: () => void }) {
  const members = useQuery(trpc.members.list.queryOptions());
  return (
    <Loaded query={members} what="The list of members" skeleton={<Skeleton className="h-72" />}>
      {(list) => <GrantForm members={list.filter(({ disabled }) => !disabled)} onDone={onDone} />}
    </Loaded>
  );
}

const unchosen = "";
const everybody = "all";

function GrantForm({ members, onDone }: { members: readonly Member[]; onDone: () => void }) {
  const { today } = useWorkspace();
  const { member: self } = useWho();
  const client = useQueryClient();
  const grant = useMutation(trpc.pay.grant.mutationOptions());
  const last = monthsAfter(today, 12);
  const form = useForm({
    start: { memberId: unchosen, subject: unchosen, reason: "", until: monthsAfter(today, 1) },
    check: ({ memberId, subject, reason, until }) => ({
      memberId: memberId === unchosen ? "Choose who is to read." : undefined,
      subject:
        subject === unchosen
          ? "Choose whose pay."
          : subject === memberId
            ? "Everybody reads their own pay without a grant."
            : undefined,
      reason: reason.trim().length < 3 ? "Say why; it stays with the grant." : undefined,
      until:
        until >= today && until <= last
          ? undefined
          : `Choose a day from ${dayText(today)} to ${dayText(last)}.`,
    }),
    send: async ({ memberId, subject, reason, until }) => {
      await grant.mutateAsync({ memberId, subject, reason: reason.trim(), until });
      onDone();
      await client.invalidateQueries(trpc.pay.grants.queryFilter());
      // Asking who reads one's pay is an entry of the audit log: only where the answer is another one now.
      if (subject === everybody || subject === self.id)
        await client.invalidateQueries(trpc.pay.readers.queryFilter());
      return undefined;
    },
  });
  const people = members.map(({ id, name, role }) => ({
    value: id as string,
    label: `${name}, ${roleNames[role]}`,
  }));
  return (
    <Form form={form} label="Grant access to pay">
      <SelectField
        {...form.field("memberId")}
        label="Who"
        hint="Not yourself: another compensation admin can grant it to you."
        options={[
          { value: unchosen, label: "Choose a member" },
          ...people.filter(({ value }) => value !== self.id),
        ]}
      />
      <SelectField
        {...form.field("subject")}
        label="Reads the pay of"
        options={[
          { value: unchosen, label: "Choose whose" },
          { value: everybody, label: "Everybody" },
          ...people,
        ]}
      />
      <TextField
        {...form.field("reason")}
        label="Reason"
        hint="Such as: yearly review of the sales team."
        autoComplete="off"
        maxLength={500}
      />
      <TextField
        {...form.field("until")}
        label="Until"
        type="date"
        min={today}
        max={last}
        hint="It ends by itself after this day, a year from today at the latest."
      />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Grant</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
