import { useQueryClient } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { countInputs, inputs, type Period, type Typed, typedOf, useFinanceActions } from "./finance.ts";

interface Props {
  /** The period that is changed, "new" for another; null: neither. */
  editing: Period | "new" | null;
  currency: string;
  onClose: () => void;
}

/** What Finance knows of some days is entered: everything may be left empty but the days and the currency. */
export function PeriodDialog({ editing, currency, onClose }: Props) {
  const period = editing === "new" ? null : editing;
  return (
    <Dialog
      open={editing !== null}
      onClose={onClose}
      title={period ? "Change a period" : "Enter a period"}
      note="Amounts in whole units, with a point before the cents. What is left empty is not known, never 0."
      wide
    >
      {editing && (
        <PeriodForm key={period?.entryId ?? "new"} start={typedOf(period, currency)} onClose={onClose} />
      )}
    </Dialog>
  );
}

function PeriodForm({ start, onClose }: { start: Typed; onClose: () => void }) {
  const client = useQueryClient();
  const { set } = useFinanceActions();
  const form = useForm<Typed>({
    start,
    send: async (typed) => {
      // The server reads what was typed: its validator stays out of the page.
      const asked = trpc.finance.check.queryOptions({ periods: [typed] });
      const faults = await client.fetchQuery({ ...asked, staleTime: 0 });
      if (faults.length > 0)
        return { fields: Object.fromEntries(faults.map(({ column, fault }) => [column, `${fault}.`])) };
      await set.mutateAsync({ periods: [typed] });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Period">
      <div className="grid gap-x-3 sm:grid-cols-3">
        <DayField {...form.field("from")} label="First day" />
        <DayField {...form.field("to")} label="Last day" />
        <TextField {...form.field("currency")} label="Currency" maxLength={3} autoComplete="off" />
      </div>
      <div className="grid gap-x-3 sm:grid-cols-2">
        {inputs.map(([input, name]) => (
          <TextField
            key={input}
            {...form.field(input)}
            label={name}
            optional
            inputMode={countInputs.includes(input) ? "numeric" : "decimal"}
            autoComplete="off"
            maxLength={30}
          />
        ))}
      </div>
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
