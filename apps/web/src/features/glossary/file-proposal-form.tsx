import { counted } from "../../lib/format.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { DayField, dayFault } from "../../ui/day-field.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";

interface Values {
  takesEffectOn: string;
  reason: string;
}

interface Props {
  terms: number;
  onSend: (values: Values) => Promise<void>;
}

/** From when the changes are to hold, and why: what every proposal of a file says. */
export function ProposeForm({ terms, onSend }: Props) {
  const { today } = useWorkspace();
  const form = useForm<Values>({
    start: { takesEffectOn: today, reason: "" },
    check: ({ takesEffectOn, reason }) => ({
      takesEffectOn: dayFault(takesEffectOn),
      reason: reason.trim() === "" ? "Say why, for those who sign and for later." : undefined,
    }),
    send: async (values) => {
      await onSend(values);
      return undefined;
    },
  });
  return (
    <section className="card px-4 py-3" aria-labelledby="propose-title">
      <h2 id="propose-title" className="text-sm font-semibold">
        Propose {counted(terms, "change")}
      </h2>
      <p className="mt-1 max-w-[72ch] text-xs text-muted">
        Each is a proposal of its own and waits for its teams. What is in force stays until they have signed.
      </p>
      <Form form={form} label="Propose the changes" className="mt-3 flex max-w-xl flex-col gap-3">
        <DayField
          {...form.field("takesEffectOn")}
          label="Takes effect on"
          hint="Today or later; not before the last signature."
        />
        <TextAreaField {...form.field("reason")} label="Reason" maxLength={1000} />
        <FormMessage text={form.message} />
        <div>
          <Submit busy={form.busy}>Propose {counted(terms, "change")}</Submit>
        </div>
      </Form>
    </section>
  );
}
