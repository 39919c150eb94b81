import { mayI } from "../../../lib/who.ts";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import { useCompActions } from "../comp.ts";
import { payText } from "../pay-words.ts";
import type { StatementView } from "./view.ts";

/** What can be done about a statement now: review, publish, pay; and, by whose it is, acknowledge. */
export function StatementActions({ view }: { view: StatementView }) {
  const { review, publish, pay, acknowledge } = useCompActions();
  const { number, status, currency } = view;
  const one = { number };
  const what = `${periodName(view.period.text)} of ${view.person}`;
  const open = view.disputes.filter((dispute) => dispute.open).length;
  const buttons = [
    status === "draft" && mayI("comp.reviewStatement") && (
      <ConfirmButton
        key="review"
        look="plain"
        label="Mark as reviewed"
        title={`Mark ${what} as reviewed?`}
        onConfirm={() => review.mutateAsync(one)}
      >
        Your name stands with it. It is still a draft for whose pay it is.
      </ConfirmButton>
    ),
    status === "reviewed" && mayI("comp.publishStatement") && (
      <ConfirmButton
        key="publish"
        look="plain"
        label="Publish"
        title={`Publish ${what}?`}
        onConfirm={() => publish.mutateAsync(one)}
      >
        It takes a number and never changes again: {payText(view.total, currency)}. What is learned later is a
        line of the next statement.
      </ConfirmButton>
    ),
    ["published", "disputed"].includes(status) && mayI("comp.payStatement") && (
      <ConfirmButton
        key="pay"
        look="plain"
        label="Mark as paid"
        title={`Mark ${what} as paid?`}
        onConfirm={() => pay.mutateAsync(one)}
      >
        {payText(view.total, currency)} are paid and the statement is locked.
        {open > 0 && " A dispute that is still open is resolved by a line of a later statement."}
      </ConfirmButton>
    ),
    view.own && !view.acknowledged && ["published", "paid"].includes(status) && mayI("comp.acknowledge") && (
      <ConfirmButton
        key="acknowledge"
        look="plain"
        label="Acknowledge"
        title={`Acknowledge the statement of ${periodName(view.period.text)}?`}
        onConfirm={() => acknowledge.mutateAsync({ of: "statement", id: String(number) })}
      >
        You say that you read it and that you dispute no line of it now. A line can still be disputed later.
      </ConfirmButton>
    ),
  ].filter(Boolean);
  if (buttons.length === 0) return null;
  return <div className="no-print flex flex-wrap gap-2">{buttons}</div>;
}
