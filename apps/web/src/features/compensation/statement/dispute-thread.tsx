import { useState } from "react";
import { momentText } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { signedMinorFrom } from "../amount.ts";
import { signedPay } from "../pay-words.ts";

/** A dispute of a line, with everything that was said. */
export interface ShownDispute {
  readonly disputeId: string;
  readonly lineId: string;
  readonly open: boolean;
  readonly said: readonly { readonly by: string; readonly at: string; readonly text: string }[];
  readonly resolution: {
    readonly by: string;
    readonly at: string;
    readonly amount: string;
    readonly reason: string;
  } | null;
}

interface Props {
  dispute: ShownDispute;
  currency: string;
  onAnswer: ((text: string) => Promise<unknown>) | null;
  onResolve: ((resolution: { amount: string; reason: string }) => Promise<unknown>) | null;
}

/** What was said of a disputed line, and how it was resolved: an adjustment is a line of the next statement. */
export function DisputeThread({ dispute, currency, onAnswer, onResolve }: Props) {
  const { open, said, resolution } = dispute;
  const [doing, setDoing] = useState<"answer" | "resolve" | null>(null);
  return (
    <section aria-label="Dispute" className="mt-4 border-t border-line pt-3 text-xs">
      <h3 className="flex items-center gap-2 font-semibold">
        Dispute <Chip tone={open ? "warning" : "neutral"}>{open ? "open" : "resolved"}</Chip>
      </h3>
      <ol className="mt-2 flex flex-col gap-2">
        {said.map(({ by, at, text }) => (
          <li key={`${at} ${by}`} className="rounded-control bg-sunken px-2.5 py-1.5">
            <p className="text-2xs text-subtle">
              <span className="font-medium text-fg">{by}</span>, {momentText(at)}
            </p>
            <p className="whitespace-pre-line wrap-anywhere">{text}</p>
          </li>
        ))}
      </ol>
      {resolution && (
        <p className="mt-2 rounded-control bg-info-chip px-2.5 py-1.5 text-info">
          Resolved by {resolution.by}, {momentText(resolution.at)}: {signedPay(resolution.amount, currency)}{" "}
          {resolution.amount === "0" ? "and no line" : "as a line of the next open statement"}.{" "}
          {resolution.reason}
        </p>
      )}
      {open && doing === null && (
        <div className="mt-2 flex gap-2">
          {onAnswer && <Button onClick={() => setDoing("answer")}>Answer</Button>}
          {onResolve && <Button onClick={() => setDoing("resolve")}>Resolve</Button>}
        </div>
      )}
      {open && doing === "answer" && onAnswer && (
        <AnswerForm onSend={onAnswer} onClose={() => setDoing(null)} />
      )}
      {open && doing === "resolve" && onResolve && (
        <ResolveForm currency={currency} onSend={onResolve} onClose={() => setDoing(null)} />
      )}
    </section>
  );
}

interface AnswerProps {
  onSend: (text: string) => Promise<unknown>;
  onClose: () => void;
}

function AnswerForm({ onSend, onClose }: AnswerProps) {
  const form = useForm({
    start: { text: "" },
    check: ({ text }) => ({ text: text.trim() === "" ? "Say something." : undefined }),
    send: async ({ text }) => {
      await onSend(text.trim());
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Answer" className="mt-2">
      <TextAreaField {...form.field("text")} label="Answer" maxLength={1000} autoFocus />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Send</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}

interface ResolveProps {
  currency: string;
  onSend: (resolution: { amount: string; reason: string }) => Promise<unknown>;
  onClose: () => void;
}

function ResolveForm({ currency, onSend, onClose }: ResolveProps) {
  const form = useForm({
    start: { amount: "0", reason: "" },
    check: ({ amount, reason }) => ({
      amount:
        signedMinorFrom(amount, currency) === null
          ? `An amount in ${currency}; 0 where nothing is paid.`
          : undefined,
      reason: reason.trim().length < 3 ? "Say why; it stands on the line." : undefined,
    }),
    send: async ({ amount, reason }) => {
      await onSend({ amount: signedMinorFrom(amount, currency) ?? "0", reason: reason.trim() });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Resolve the dispute" className="mt-2">
      <TextField
        {...form.field("amount")}
        label={`Adjustment, ${currency}`}
        hint="A line of the next open statement. With a minus it takes back; 0 leaves the pay as it is."
        inputMode="decimal"
        autoComplete="off"
      />
      <TextAreaField {...form.field("reason")} label="Reason" maxLength={500} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Resolve</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
