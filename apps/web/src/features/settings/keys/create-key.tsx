import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyRight, keyRights, rights as rightTexts, scopeOf } from "@termwise/core/access";
import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { monthsAfter } from "../../../lib/months.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useWho } from "../../../lib/who.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { CopyOnce } from "../../../ui/copy-once.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { MultiChoice } from "../../../ui/multi-choice.tsx";
import { TextField } from "../../../ui/text-field.tsx";

interface Made {
  readonly name: string;
  readonly secret: string;
  readonly expiresOn: string;
}

/** A button that makes a key: what it may do and until when, then its secret, once. */
export function CreateKey() {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const close = () => {
    setOpen(false);
    setMade(null);
  };
  return (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        New key
      </Button>
      <Dialog open={open} onClose={close} title={made ? `The key ${made.name} is made` : "New API key"}>
        {made ? (
          <>
            <CopyOnce
              label="Secret"
              value={made.secret}
              lines={2}
              note={`Works until the end of ${dayText(made.expiresOn)}. Keep it where you keep passwords.`}
            />
            <Actions>
              <Button look="primary" size="large" onClick={close}>
                Done
              </Button>
            </Actions>
          </>
        ) : (
          <KeyForm onMade={setMade} onCancel={close} />
        )}
      </Dialog>
    </>
  );
}

function KeyForm({ onMade, onCancel }: { onMade: (made: Made) => void; onCancel: () => void }) {
  const { today } = useWorkspace();
  const { member } = useWho();
  const client = useQueryClient();
  const create = useMutation(trpc.keys.create.mutationOptions());
  const [usual, last] = [monthsAfter(today, 3), monthsAfter(today, 12)];
  const own = keyRights.filter((right) => scopeOf(right, member) !== null);
  const form = useForm({
    start: { name: "", rights: ["book_read", "glossary_read"] as KeyRight[], expiresOn: usual },
    check: ({ name, rights, expiresOn }) => ({
      name: name.trim() === "" ? "Name the program that will use it." : undefined,
      rights: rights.length === 0 ? "Choose at least one right." : undefined,
      expiresOn:
        expiresOn >= today && expiresOn <= last
          ? undefined
          : `Choose a day from ${dayText(today)} to ${dayText(last)}.`,
    }),
    send: async ({ name, rights, expiresOn }) => {
      const { secret } = await create.mutateAsync({ name: name.trim(), rights, expiresOn });
      void client.invalidateQueries(trpc.keys.list.queryFilter());
      onMade({ name: name.trim(), secret, expiresOn });
      return undefined;
    },
  });
  return (
    <Form form={form} label="New API key">
      <TextField
        {...form.field("name")}
        label="Name"
        hint="What will use it, such as Warehouse sync."
        autoComplete="off"
        maxLength={80}
        autoFocus
      />
      <MultiChoice
        {...form.field("rights")}
        label="Rights"
        hint="Never people, pay or the workspace itself."
        options={own.map((right) => ({ value: right, label: rightTexts[right] }))}
      />
      <TextField
        {...form.field("expiresOn")}
        label="Ends after"
        type="date"
        min={today}
        max={last}
        hint="A year from today at most."
      />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Make the key</Submit>
        <Button size="large" onClick={onCancel}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
