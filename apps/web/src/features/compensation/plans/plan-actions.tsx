import { useNavigate } from "@tanstack/react-router";
import type { CompPlan, PlanFault } from "@termwise/core/compensation";
import { useState } from "react";
import { dayText, momentText } from "../../../lib/format.ts";
import { refusalOf } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { type PlanView, useCompActions } from "../comp.ts";

interface Props {
  view: PlanView;
  /** What was changed and is not saved; null: nothing. */
  edited: CompPlan | null;
  faults: readonly PlanFault[];
  onReset: () => void;
}

const stepWords = {
  submitted: "Handed in",
  sent_back: "Sent back",
  approved: "Approved",
  activated: "Activated",
  retired: "Retired",
} as const;

/** Where a plan stands, and what can be done next: save, submit, approve, activate, retire, begin the next version. */
export function PlanActions({ view, edited, faults, onReset }: Props) {
  const { plan } = view;
  const navigate = useNavigate();
  const { savePlan, submitPlan, sendBackPlan, approvePlan, activatePlan, retirePlan } = useCompActions();
  const [message, setMessage] = useState<{ text: string; tone: "negative" | "positive" } | null>(null);
  const refused = faults.filter(({ weight }) => weight === "refused").length;
  const one = { planId: plan.id, version: plan.version };
  const save = async () => {
    if (edited === null) return;
    try {
      await savePlan.mutateAsync({ plan: edited });
      onReset();
      setMessage({ text: "Saved.", tone: "positive" });
    } catch (error) {
      setMessage({ text: refusalOf(error).message, tone: "negative" });
    }
  };
  const next = async () => {
    const version = Math.max(...view.versions.map((other) => other.version)) + 1;
    await savePlan.mutateAsync({ plan: { ...plan, version, state: "draft" } });
    await navigate({ to: "/comp/plans/$id", params: { id: plan.id }, search: { version: String(version) } });
  };
  const last = view.steps.at(-1);
  return (
    <section
      aria-label="Lifecycle of the plan"
      className="card no-print flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3"
    >
      <div className="min-w-0 text-xs">
        <p>
          In force {dayText(plan.from)} to {plan.to === null ? "further notice" : dayText(plan.to)}.{" "}
          {last && (
            <span className="text-muted">
              {stepWords[last.step]} by {last.byName ?? "nobody here"}, {momentText(last.at)}.
            </span>
          )}
        </p>
        <p className={refused > 0 ? "text-negative" : "text-muted"} role="status">
          {refused > 0
            ? `${refused} ${refused === 1 ? "thing keeps" : "things keep"} it from use; each stands at its clause.`
            : "Nothing keeps it from use."}
        </p>
        <FormMessage text={message?.text ?? null} tone={message?.tone ?? "negative"} />
      </div>
      <div className="flex flex-wrap gap-2">
        {edited !== null && (
          <>
            <Button look="primary" onClick={() => void save()}>
              Save the draft
            </Button>
            <Button onClick={onReset}>Undo changes</Button>
          </>
        )}
        {edited === null && plan.state === "draft" && mayI("comp.submitPlan") && (
          <ConfirmButton
            look="plain"
            label="Submit for review"
            title={`Submit ${plan.name}, version ${plan.version}, for review?`}
            onConfirm={() => submitPlan.mutateAsync(one)}
          >
            It can no longer be edited; another version can be begun.
          </ConfirmButton>
        )}
        {plan.state === "in_review" && mayI("comp.sendBackPlan") && (
          <ConfirmButton
            look="plain"
            label="Send back"
            title={`Send ${plan.name}, version ${plan.version}, back?`}
            onConfirm={() => sendBackPlan.mutateAsync(one)}
          >
            It is a draft again and can be edited.
          </ConfirmButton>
        )}
        {plan.state === "in_review" && mayI("comp.approvePlan") && (
          <ConfirmButton
            look="plain"
            label="Approve"
            title={`Approve ${plan.name}, version ${plan.version}?`}
            onConfirm={() => approvePlan.mutateAsync(one)}
          >
            Your name stands with the approval.
          </ConfirmButton>
        )}
        {plan.state === "approved" && mayI("comp.activatePlan") && (
          <ConfirmButton
            look="plain"
            label="Activate"
            title={`Activate ${plan.name}, version ${plan.version}?`}
            onConfirm={() => activatePlan.mutateAsync(one)}
          >
            From {dayText(plan.from)} statements can be built by it.
          </ConfirmButton>
        )}
        {plan.state === "active" && mayI("comp.retirePlan") && (
          <ConfirmButton
            label="Retire"
            title={`Retire ${plan.name}, version ${plan.version}?`}
            onConfirm={() => retirePlan.mutateAsync(one)}
          >
            Statements that it paid stay as they are.
          </ConfirmButton>
        )}
        {plan.state !== "draft" && mayI("comp.savePlan") && (
          <ConfirmButton
            look="plain"
            label="Begin the next version"
            title={`Begin version ${Math.max(...view.versions.map((other) => other.version)) + 1}?`}
            onConfirm={next}
          >
            It begins as a draft that says the same as this one.
          </ConfirmButton>
        )}
      </div>
    </section>
  );
}
