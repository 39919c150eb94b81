import { useQuery } from "@tanstack/react-query";
import { instantOf, localMoment } from "../../lib/moments.ts";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { MomentField } from "../../ui/moment-field.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Entry, Handoff, Recording } from "./handoff.ts";

interface Props {
  open: boolean;
  accountId: string;
  handoff: Handoff;
  recording: Recording;
  onClose: () => void;
}

/** A form for the kickoff: when it was, who was there, what came of it. */
export function KickoffDialog({ open, onClose, ...rest }: Props) {
  const { held, ready } = rest.handoff.kickoff;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      title={held ? "Change the kickoff" : "Record the kickoff"}
      note={
        held || ready
          ? "It locks the onboarding criteria as they were written before it."
          : "Not everything is in order before it. It is recorded as it was; what was missing stays visible."
      }
    >
      {open && <KickoffForm {...rest} onDone={onClose} />}
    </Dialog>
  );
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

function KickoffForm({
  accountId,
  handoff,
  recording,
  onDone,
}: Omit<Props, "open" | "onClose"> & { onDone: () => void }) {
  const { held } = handoff.kickoff;
  const { data: contacts } = useQuery({
    ...trpc.contacts.ofAccount.queryOptions({ accountId } as Inputs["contacts"]["ofAccount"]),
    enabled: mayI("contacts.ofAccount"),
  });
  const people = (contacts ?? []).flatMap(({ id, name, title, erasedAt }) =>
    erasedAt === null && name !== null ? [{ id, name, title }] : [],
  );
  const form = useForm({
    start: {
      at: localMoment(held ? new Date(held.at) : new Date()),
      contacts: (held?.attendedBy ?? []).filter((who) => who.startsWith("con_")) as readonly string[],
      ours: (held?.attendedBy ?? [...new Set([handoff.ae, handoff.keeper])].filter((name) => name !== null))
        .filter((who) => !who.startsWith("con_"))
        .join(", "),
      successCriteria: held?.successCriteria ?? "",
      timeline: held?.timeline ?? "",
      goLiveOn: held?.goLiveOn ?? "",
      plan: held?.plan ?? "",
    },
    check: ({ at }) => ({ at: instantOf(at) === null ? "Say when it was held." : undefined }),
    send: async (values) => {
      const ours = [...new Set(values.ours.split(",").map((name) => name.trim()))].filter(
        (name) => name !== "",
      );
      const entry = {
        of: "kickoff",
        attendedBy: [...values.contacts, ...ours],
        successCriteria: orNull(values.successCriteria),
        timeline: orNull(values.timeline),
        goLiveOn: orNull(values.goLiveOn),
        plan: orNull(values.plan),
        close: handoff.close.id,
      } as Entry;
      const at = held && localMoment(new Date(held.at)) === values.at ? held.at : instantOf(values.at);
      await recording.record(entry, { at, ...(held ? { entryId: held.entryId } : {}) } as Parameters<
        Recording["record"]
      >[1]);
      onDone();
      return undefined;
    },
  });
  const toggle = (id: string, there: boolean) =>
    form.set({
      contacts: there ? [...form.values.contacts, id] : form.values.contacts.filter((other) => other !== id),
    });
  return (
    <Form form={form} label="Kickoff">
      <MomentField {...form.field("at")} label="Held" />
      <TextField
        {...form.field("ours")}
        label="Our people there"
        hint="Names, with commas between"
        optional
        autoComplete="off"
        maxLength={1000}
      />
      {people.length > 0 && (
        <fieldset className="m-0 mb-3 p-0">
          <legend className="text-xs font-medium">Theirs</legend>
          {people.map(({ id, name, title }) => (
            <Checkbox
              key={id}
              label={name}
              hint={title}
              checked={form.values.contacts.includes(id)}
              onChange={(there) => toggle(id, there)}
            />
          ))}
        </fieldset>
      )}
      <TextAreaField
        {...form.field("successCriteria")}
        label="Success criteria the customer confirmed"
        optional
        maxLength={2000}
      />
      <TextAreaField {...form.field("timeline")} label="Timeline" optional maxLength={2000} rows={2} />
      <TextField {...form.field("goLiveOn")} label="Go-live" optional type="date" />
      <TextAreaField {...form.field("plan")} label="30-day plan" optional maxLength={4000} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>{held ? "Save" : "Record"}</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
