import { atRiskExits, healthNumbers, modelNumbers } from "@termwise/core/facts";
import { FormSection } from "../../../ui/form-section.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { exitWords } from "../exit-words.ts";
import type { Models } from "../health.ts";
import type { Draft } from "./draft.ts";
import { healthNumberFault } from "./number-faults.ts";

interface Props {
  policy: Models["policy"];
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** The rules a model may have of its own: boundaries, at-risk, and for how long a reading is carried. */
export function RulesCard({ policy, draft, onChange }: Props) {
  const set = (rule: string, text: string) => onChange({ ...draft, rules: { ...draft.rules, [rule]: text } });
  return (
    <FormSection
      title="Boundaries and missing data"
      term="at-risk"
      note="Part of the version. Left empty, a rule is as its term has it. 70 and 85 themselves trigger nothing; a reading that is too old makes the score a range, and no boundary fires unless both ends agree."
    >
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2 @[65rem]/page:grid-cols-3">
        {modelNumbers.map((rule) => (
          <TextField
            key={rule}
            name={`rule-${rule}`}
            label={healthNumbers[rule].label}
            optional
            hint={`By the term: ${policy[rule]} ${healthNumbers[rule].unit}.`}
            value={draft.rules[rule] ?? ""}
            error={healthNumberFault(rule, draft.rules[rule] ?? "")}
            placeholder={String(policy[rule])}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
            onChange={(text) => set(rule, text)}
          />
        ))}
        <SelectField
          name="rule-atRiskExit"
          label="At risk ends with"
          optional
          hint={`By the term: ${exitWords[policy.atRiskExit].toLowerCase()}.`}
          value={draft.rules["atRiskExit"] ?? ""}
          options={[
            { value: "", label: "As the term has it" },
            ...atRiskExits.map((value) => ({ value, label: exitWords[value] })),
          ]}
          onChange={(value) => set("atRiskExit", value)}
        />
      </div>
    </FormSection>
  );
}
