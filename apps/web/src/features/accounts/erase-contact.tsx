import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import type { Contact } from "./contact-dialog.tsx";

/** Erases what is personal of a contact, after saying what stays. */
export function EraseContact({ contact }: { contact: Pick<Contact, "id" | "name"> }) {
  const client = useQueryClient();
  const erase = useMutation(trpc.contacts.erase.mutationOptions());
  return (
    <ConfirmButton
      label="Erase"
      name={`Erase ${contact.name}`}
      title={`Erase ${contact.name}?`}
      verb="Erase for good"
      onConfirm={async () => {
        await erase.mutateAsync({ contactId: contact.id } as Inputs["contacts"]["erase"]);
        await client.invalidateQueries(trpc.contacts.pathFilter());
        await client.invalidateQueries(trpc.stakeholders.pathFilter());
      }}
    >
      Name, title, mail address, phone number and note are deleted and cannot be brought back. Kept are an id
      without meaning, which facts may speak of, and the audit log's entry that a contact was erased, without
      a name.
    </ConfirmButton>
  );
}
