import { useState } from "react";
import { dayText } from "../../lib/format.ts";
import { monthsAfter } from "../../lib/months.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { CopyOnce } from "../../ui/copy-once.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Snippet } from "./snippet.tsx";
import { type EventSource, useUsageActions } from "./usage.ts";

interface Made {
  readonly name: string;
  readonly secret: string;
  readonly expiresOn: string;
}

/** A button that makes a key for events, of a new source or of one there is, and then says how it is used. */
export function NewKey({ sources, label }: { sources: readonly EventSource[]; label: string }) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const close = () => {
    setOpen(false);
    setMade(null);
  };
  return (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={close} title={made ? `The key ${made.name} is made` : "Key for events"}>
        {made ? (
          <>
            <CopyOnce
              label="Secret"
              value={made.secret}
              lines={2}
              note={`Works until the end of ${dayText(made.expiresOn)}. Keep it where you keep passwords.`}
            />
            <Snippet />
            <Actions>
              <Button look="primary" size="large" onClick={close}>
                Done
              </Button>
            </Actions>
          </>
        ) : (
          <KeyForm sources={sources} onMade={setMade} onCancel={close} />
        )}
      </Dialog>
    </>
  );
}

function KeyForm({
  sources,
  onMade,
  onCancel,
}: {
  sources: readonly EventSource[];
  onMade: (made: Made) => void;
  onCancel: () => void;
}) {
  const { today } = useWorkspace();
  const { addKey } = useUsageActions();
  const last = monthsAfter(today, 12);
  const form = useForm({
    start: { name: "", source: "", expiresOn: last },
    check: ({ name, expiresOn }) => ({
      name: name.trim() === "" ? "Name the program that will send events." : undefined,
      expiresOn:
        expiresOn >= today && expiresOn <= last
          ? undefined
          : `Choose a day from ${dayText(today)} to ${dayText(last)}.`,
    }),
    send: async ({ name, source, expiresOn }) => {
      const asked = { name: name.trim(), sourceId: source || null, expiresOn };
      const { secret } = await addKey.mutateAsync(asked);
      onMade({ name: asked.name, secret, expiresOn });
      return undefined;
    },
  });
  return (
    <Form form={form} label="Key for events">
      <TextField
        {...form.field("name")}
        label="Name"
        hint="What will send events, such as Web app."
        autoComplete="off"
        maxLength={80}
        autoFocus
      />
      {sources.length > 0 && (
        <SelectField
          {...form.field("source")}
          label="Source"
          hint="A second key of a source takes over from the first without a gap."
          options={[
            { value: "", label: "A new source" },
            ...sources.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextField
        {...form.field("expiresOn")}
        label="Ends after"
        type="date"
        min={today}
        max={last}
        hint="A year from today at most. Events sent after it are refused."
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
