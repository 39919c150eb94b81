import { useMutation, useQueryClient } from "@tanstack/react-query";
import { mailFault } from "../../lib/mail-address.ts";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";

/** What is personal of somebody at the customer. */
export interface Contact {
  id: string;
  name: string;
  title: string | null;
  email: string | null;
  phone: string | null;
  note: string | null;
}

interface Props {
  editing: Contact | null;
  onClose: () => void;
}

/** A form for what is personal of a contact. */
export function ContactDialog({ editing, onClose }: Props) {
  return (
    <Dialog
      open={editing !== null}
      onClose={onClose}
      title="Change the contact"
      note="Personal data: kept apart from everything else, and erased on request."
    >
      {editing !== null && <ContactForm contact={editing} onDone={onClose} />}
    </Dialog>
  );
}

/** Empty text is nothing. */
const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

function ContactForm({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const client = useQueryClient();
  const change = useMutation(trpc.contacts.change.mutationOptions());
  const form = useForm({
    start: {
      name: contact.name,
      title: contact.title ?? "",
      email: contact.email ?? "",
      phone: contact.phone ?? "",
      note: contact.note ?? "",
    },
    check: ({ name, email }) => ({
      name: name.trim() === "" ? "Enter a name." : undefined,
      email: email.trim() === "" ? undefined : mailFault(email),
    }),
    send: async ({ name, title, email, phone, note }) => {
      await change.mutateAsync({
        contactId: contact.id,
        name: name.trim(),
        title: orNull(title),
        email: orNull(email),
        phone: orNull(phone),
        note: orNull(note),
      } as Inputs["contacts"]["change"]);
      onDone();
      await client.invalidateQueries(trpc.contacts.pathFilter());
      await client.invalidateQueries(trpc.stakeholders.pathFilter());
      return undefined;
    },
  });
  return (
    <Form form={form} label="Contact">
      <TextField {...form.field("name")} label="Name" autoComplete="off" maxLength={200} autoFocus />
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
      <TextField
        {...form.field("phone")}
        label="Phone"
        optional
        type="tel"
        autoComplete="off"
        maxLength={60}
      />
      <TextAreaField {...form.field("note")} label="Note" optional maxLength={2000} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Save</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
