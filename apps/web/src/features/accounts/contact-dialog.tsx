import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { mailFault } from "../../lib/mail-address.ts";
import { trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { controlClass, Field } from "../../ui/field.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Contact } from "./contacts.tsx";

interface Props {
  editing: Contact | "new" | null;
  accountId: string;
  onClose: () => void;
}

/** A form for a contact, new or known. */
export function ContactDialog({ editing, accountId, onClose }: Props) {
  return (
    <Dialog
      open={editing !== null}
      onClose={onClose}
      title={editing === "new" ? "Add a contact" : "Change the contact"}
      note="Personal data: kept apart from everything else, and erased on request."
    >
      {editing !== null && (
        <ContactForm contact={editing === "new" ? null : editing} accountId={accountId} onDone={onClose} />
      )}
    </Dialog>
  );
}

interface FormProps {
  contact: Contact | null;
  accountId: string;
  onDone: () => void;
}

/** Empty text is nothing. */
const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

function ContactForm({ contact, accountId, onDone }: FormProps) {
  const client = useQueryClient();
  const add = useMutation(trpc.contacts.add.mutationOptions());
  const change = useMutation(trpc.contacts.change.mutationOptions());
  const form = useForm({
    start: {
      name: contact?.name ?? "",
      title: contact?.title ?? "",
      email: contact?.email ?? "",
      phone: contact?.phone ?? "",
      note: contact?.note ?? "",
    },
    check: ({ name, email }) => ({
      name: name.trim() === "" ? "Enter a name." : undefined,
      email: email.trim() === "" ? undefined : mailFault(email),
    }),
    send: async ({ name, title, email, phone, note }) => {
      const person = {
        name: name.trim(),
        title: orNull(title),
        email: orNull(email),
        phone: orNull(phone),
        note: orNull(note),
      };
      if (contact) await change.mutateAsync({ contactId: contact.id, ...person });
      else await add.mutateAsync({ accountId, ...person });
      onDone();
      await client.invalidateQueries(trpc.contacts.pathFilter());
      return undefined;
    },
  });
  const noteId = useId();
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
      <Field id={noteId} label="Note" optional>
        <textarea
          id={noteId}
          name="note"
          rows={3}
          maxLength={2000}
          value={form.values.note}
          onChange={(event) => form.set({ note: event.target.value })}
          className={`${controlClass} h-auto! resize-y py-1.5`}
        />
      </Field>
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>{contact ? "Save" : "Add"}</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
