import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "../../../lib/trpc.ts";
import { useWho } from "../../../lib/who.ts";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { TextField } from "../../../ui/text-field.tsx";

/** What others see of one: name and address. The address is who one is, so it is not changed here. */
export function NameForm() {
  const { user } = useWho();
  const client = useQueryClient();
  const rename = useMutation(trpc.account.rename.mutationOptions());
  const [saved, setSaved] = useState(false);
  const form = useForm({
    start: { name: user.name },
    check: ({ name }) => ({ name: name.trim() === "" ? "Enter your name." : undefined }),
    send: async ({ name }) => {
      setSaved(false);
      await rename.mutateAsync({ name: name.trim() });
      await client.invalidateQueries(trpc.session.get.queryFilter());
      setSaved(true);
      return undefined;
    },
  });
  return (
    <FormSection title="You" note="What the other members of your workspaces see.">
      <Form form={form} label="You">
        <div className="grid gap-x-6 sm:grid-cols-2">
          <TextField {...form.field("name")} label="Name" autoComplete="name" maxLength={120} />
          <TextField
            name="email"
            label="Mail address"
            hint="You sign in with it. A workspace admin invites another."
            value={user.email}
            readOnly
            onChange={() => {}}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Submit busy={form.busy} look="plain">
            Save name
          </Submit>
          <FormMessage
            text={form.message ?? (saved ? "Saved." : null)}
            tone={form.message ? "negative" : "positive"}
          />
        </div>
      </Form>
    </FormSection>
  );
}
