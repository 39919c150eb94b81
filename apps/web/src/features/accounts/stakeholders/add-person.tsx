import { useMutation, useQueryClient } from "@tanstack/react-query";
import { mailFault } from "../../../lib/mail-address.ts";
import { type ContactRole, contactRoles } from "../../../lib/people-names.ts";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { followsRecord } from "../../../lib/use-recording.ts";
import { Button } from "../../../ui/button.tsx";
import { DayField, dayFault } from "../../../ui/day-field.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { RelationFields, relationOf } from "./role-form.tsx";
import type { Stakeholders } from "./stakeholders.ts";

interface Props {
  open: boolean;
  stakeholders: Stakeholders;
  onClose: () => void;
}

/** Adds a person at the customer and their role in one go. */
export function AddPerson({ open, stakeholders, onClose }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Add a person"
      note="Name and address are personal data: kept apart, and erased on request. The role stays on record."
    >
      <PersonForm stakeholders={stakeholders} onClose={onClose} />
    </Dialog>
  );
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** The role that is missing first. */
function wanted({ gaps }: Stakeholders): ContactRole {
  if (gaps.some(({ of }) => of === "no_champion" || of === "champion_left")) return "champion";
  if (gaps.some(({ of }) => of === "no_sponsor" || of === "sponsor_left")) return "sponsor";
  return "daily_contact";
}

function PersonForm({ stakeholders, onClose }: Omit<Props, "open">) {
  const { accountId, on: today, ours } = stakeholders;
  const client = useQueryClient();
  const add = useMutation(trpc.stakeholders.add.mutationOptions());
  const form = useForm({
    start: {
      name: "",
      title: "",
      email: "",
      role: wanted(stakeholders),
      since: today as string,
      counterpart: ours.csm ?? ours.am ?? ours.ae ?? "",
      influence: "",
      sentiment: "",
    },
    check: ({ name, email, since }) => ({
      name: name.trim() === "" ? "Enter a name." : undefined,
      email: email.trim() === "" ? undefined : mailFault(email),
      since: dayFault(since, today),
    }),
    send: async ({ name, title, email, role, since, ...relation }) => {
      await add.mutateAsync({
        accountId,
        person: { name: name.trim(), title: orNull(title), email: orNull(email) },
        role: { role, since, ...relationOf(relation) },
      } as Inputs["stakeholders"]["add"]);
      await client.invalidateQueries({ predicate: ({ queryKey }) => followsRecord(queryKey) });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Person">
      <TextField {...form.field("name")} label="Name" autoComplete="off" maxLength={200} autoFocus />
      <div className="grid gap-x-3 sm:grid-cols-2">
        <SelectField {...form.field("role")} label="Role" options={contactRoles} />
        <DayField {...form.field("since")} label="Since" max={today} />
        <TextField {...form.field("title")} label="Title" optional autoComplete="off" maxLength={120} />
        <TextField
          {...form.field("email")}
          label="Mail address"
          optional
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
      </div>
      <RelationFields form={form} ours={ours} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Add</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
