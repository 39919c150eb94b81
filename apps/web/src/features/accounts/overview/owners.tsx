import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { ownerNames } from "../../../lib/people-names.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { offerUndo } from "../../../lib/undo.ts";
import { followsRecord } from "../../../lib/use-recording.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { DayField, dayFault } from "../../../ui/day-field.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";

type Coverage = Outputs["coverage"]["ofAccount"];
type Owner = Coverage["owners"][number];

const names: Readonly<Record<Owner["attribute"], string>> = {
  ...ownerNames,
  renewal_owner: "Renewal owner",
  expansion_owner: "Expansion owner",
};

/** Renewal and growth are owned by a role; all else is held by a person. */
const byRole = (attribute: Owner["attribute"]) =>
  attribute === "renewal_owner" || attribute === "expansion_owner";

/** Who of us holds the account and who owns its renewal and growth, since when, and who did before. */
export function Owners({ coverage }: { coverage: Coverage }) {
  const [editing, setEditing] = useState<Owner | null>(null);
  const { accountId, on, owners } = coverage;
  return (
    <FormSection
      title="Owners"
      term="renewal-expansion-ownership"
      note="Each with the day it holds from; what was before stays."
      flush
    >
      <ul aria-label="Owners">
        {owners.map((owner) => (
          <li key={owner.attribute} className="flex items-start gap-3 border-t border-line px-4 py-2 text-xs">
            <span className="w-24 flex-none text-muted">{names[owner.attribute]}</span>
            <OwnerValue owner={owner} coverage={coverage} />
            {mayI("assignments.set") && (
              <Button
                look="quiet"
                className="-my-1 -mr-2 px-2!"
                aria-haspopup="dialog"
                aria-label={`Change ${names[owner.attribute]}`}
                onClick={() => setEditing(owner)}
              >
                Change
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={editing ? names[editing.attribute] : ""}
        note="From a day on. Who held the account before stays in the history."
      >
        {editing && (
          <OwnerForm accountId={accountId} owner={editing} today={on} onClose={() => setEditing(null)} />
        )}
      </Dialog>
    </FormSection>
  );
}

function OwnerValue({ owner, coverage }: { owner: Owner; coverage: Coverage }) {
  const { attribute, held } = owner;
  const now = held.findLast(({ from }) => from === null || from <= coverage.on) ?? null;
  const others = held.filter((one) => one !== now).reverse();
  const missing = coverage.gaps.some(({ of }) => of === attribute);
  const person =
    attribute === "renewal_owner"
      ? coverage.covered.renewal?.name
      : attribute === "expansion_owner"
        ? coverage.covered.expansion?.name
        : null;
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">{valueText(attribute, now?.value ?? null)}</span>
        {person && <span className="text-muted">{person}</span>}
        {missing && <Chip tone="warning">gap</Chip>}
      </p>
      {now?.from && <p className="num text-2xs text-subtle">since {dayText(now.from)}</p>}
      {others.map(({ value, from, until }) => (
        <p key={from ?? "before"} className="num text-2xs text-subtle">
          {valueText(attribute, value)}{" "}
          {from && from > coverage.on ? `from ${dayText(from)}` : until && `until ${dayText(until)}`}
        </p>
      ))}
    </div>
  );
}

function valueText(attribute: Owner["attribute"], value: string | null): string {
  if (value === null) return "Nobody";
  return byRole(attribute) ? value.toUpperCase() : value;
}

interface FormProps {
  accountId: string;
  owner: Owner;
  today: string;
  onClose: () => void;
}

function OwnerForm({ accountId, owner: { attribute, held }, today, onClose }: FormProps) {
  const client = useQueryClient();
  const set = useMutation(trpc.assignments.set.mutationOptions());
  const anew = () => client.invalidateQueries({ predicate: ({ queryKey }) => followsRecord(queryKey) });
  const assign = async (value: string | null, from: string) => {
    await set.mutateAsync({ accountId, attribute, value, from } as Inputs["assignments"]["set"]);
    await anew();
  };
  const form = useForm({
    start: { value: held.at(-1)?.value ?? "", from: today },
    check: ({ from }) => ({ from: dayFault(from) }),
    send: async ({ value, from }) => {
      const was = held.findLast((one) => one.from === null || one.from <= from)?.value ?? null;
      const now = value.trim() === "" ? null : value.trim();
      await assign(now, from);
      onClose();
      offerUndo(`${names[attribute]}: ${valueText(attribute, now)} from ${dayText(from)}.`, () =>
        assign(was, from),
      );
      return undefined;
    },
  });
  return (
    <Form form={form} label={names[attribute]}>
      {byRole(attribute) ? (
        <SelectField
          {...form.field("value")}
          label="Role"
          hint="Whoever has this role at the account owns it."
          options={[
            { value: "", label: "Nobody" },
            { value: "csm", label: "CSM" },
            { value: "am", label: "AM" },
            { value: "ae", label: "AE" },
          ]}
        />
      ) : (
        <TextField
          {...form.field("value")}
          label="Name"
          optional
          hint="The name they go by as an owner of accounts; empty: nobody."
          autoComplete="off"
          maxLength={200}
          autoFocus
        />
      )}
      <DayField {...form.field("from")} label="From" />
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
