import type { LabelMeaning } from "@termwise/core/facts";
import { dayText } from "../../lib/format.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { DayField, dayFault } from "../../ui/day-field.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import type { LabelRow } from "./labels-page.tsx";
import { useMapLabel } from "./map-label.ts";
import { meanings, meaningWords } from "./words.ts";

/** What a label means, and every version of it: chosen here from a day on. */
export function LabelDialog({ row, onClose }: { row: LabelRow | null; onClose: () => void }) {
  return (
    <Dialog
      open={row !== null}
      onClose={onClose}
      title={row ? `What does ${row.label} mean?` : ""}
      note={row && `${row.system} · ${row.field}`}
    >
      {row && (
        <>
          {mayI("divergence.mapLabel") && <MeaningForm row={row} onDone={onClose} />}
          <History row={row} />
        </>
      )}
    </Dialog>
  );
}

const unchosen = "";

function MeaningForm({ row, onDone }: { row: LabelRow; onDone: () => void }) {
  const map = useMapLabel();
  const first = row.versions.length === 0;
  const form = useForm({
    start: { means: (row.means ?? row.proposal ?? unchosen) as LabelMeaning | typeof unchosen, from: "" },
    check: ({ means, from }) => ({
      means: means === unchosen ? "Choose what it means." : undefined,
      from: from === "" ? undefined : dayFault(from),
    }),
    send: async ({ means, from }) => {
      if (means === unchosen) return { fields: { means: "Choose what it means." } };
      await map(row, means, from === "" ? undefined : from);
      onDone();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Meaning of the label">
      <SelectField
        {...form.field("means")}
        label="It means"
        options={[
          ...(form.values.means === unchosen ? [{ value: unchosen as "", label: "Choose…" }] : []),
          ...meanings.map((value) => ({ value, label: meaningWords[value] })),
        ]}
      />
      <DayField
        {...form.field("from")}
        label="From"
        optional
        hint={
          first
            ? "Left out: from the first day anybody was labelled so."
            : "Left out: from today. What it meant before stays as it was."
        }
      />
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

function History({ row: { versions } }: { row: LabelRow }) {
  if (versions.length === 0) return null;
  return (
    <section className="mt-4 border-t border-line pt-3 text-xs" aria-label="Versions">
      <h3 className="font-medium">Versions</h3>
      <ol className="mt-1 flex flex-col gap-1">
        {versions.toReversed().map(({ entryId, version, means, effectiveOn, byName, at }) => (
          <li key={entryId} className="flex flex-wrap justify-between gap-x-4">
            <span>
              {version}. {meaningWords[means]}, from {dayText(effectiveOn)}
            </span>
            <span className="text-subtle">
              {byName ?? "Somebody"}, {dayText(at.slice(0, 10))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
