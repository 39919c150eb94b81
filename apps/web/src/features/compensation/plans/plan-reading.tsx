import type { CompPlan } from "@termwise/core/compensation";
import { FormSection } from "../../../ui/form-section.tsx";

interface Props {
  plan: CompPlan;
  reading: readonly { readonly clause: string; readonly text: string }[];
}

/** The whole plan in plain language, made from what it says and from nothing else. */
export function PlanReading({ plan, reading }: Props) {
  return (
    <FormSection
      title="In plain language"
      note={`${plan.name}, version ${plan.version}: made from the plan and from nothing else.`}
    >
      <ol className="flex max-w-[90ch] flex-col gap-2 text-xs">
        {reading.map(({ clause, text }) => (
          <li key={clause}>
            <span className="font-semibold">{clause}.</span> {text}
          </li>
        ))}
      </ol>
    </FormSection>
  );
}
