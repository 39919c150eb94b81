import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { dayFault } from "../../../ui/day-field.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useForm } from "../../../ui/form.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { RuleForm } from "./rule-dialog.tsx";
import { type Criterion, criterionNames, type Rules, segmentName, useSetRule } from "./rules.ts";
import { SegmentField } from "./segment-field.tsx";

type Set = Rules["criteria"][number];
const criteria = Object.keys(criterionNames) as Criterion[];

/** What Onboarded takes, segment by segment: the four criteria a CSM starts from before each kickoff. */
export function CriteriaSets({ rules }: { rules: Rules }) {
  const [editing, setEditing] = useState<Set | "new" | null>(null);
  const writes = mayI("journal.setRule");
  return (
    <FormSection
      title="Onboarding criteria"
      term="onboarded"
      note="A set for each kind of customer: ten seats are not fifty. They are agreed with the customer before the kickoff, which locks them."
      tools={
        writes && (
          <Button aria-haspopup="dialog" onClick={() => setEditing("new")}>
            Add a set
          </Button>
        )
      }
      flush
    >
      {rules.criteria.length === 0 && (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          No set is written yet. Criteria are then written account by account.
        </p>
      )}
      <ul aria-label="Onboarding criteria">
        {rules.criteria.map((set) => (
          <li key={set.entryId} className="border-t border-line px-4 py-3 text-xs">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p>
                <span className="font-medium">{segmentName(set.entry.segment)}</span>
                <span className="num text-subtle"> since {dayText(set.since)}</span>
              </p>
              {writes && (
                <Button
                  aria-haspopup="dialog"
                  aria-label={`Change the criteria of ${segmentName(set.entry.segment)}`}
                  onClick={() => setEditing(set)}
                >
                  Change
                </Button>
              )}
            </div>
            <dl className="pairs mt-1 [&>div:first-child]:border-t-0">
              {criteria.map((criterion) => (
                <div key={criterion}>
                  <dt>{criterionNames[criterion]}</dt>
                  <dd>{set.entry.criteria[criterion]}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <Dialog
        open={editing !== null}
        onClose={() => setEditing(null)}
        title="Onboarding criteria"
        note="Accounts whose criteria are locked keep theirs."
        wide
      >
        {editing !== null && (
          <SetForm set={editing === "new" ? null : editing} rules={rules} onClose={() => setEditing(null)} />
        )}
      </Dialog>
    </FormSection>
  );
}

function SetForm({ set, rules, onClose }: { set: Set | null; rules: Rules; onClose: () => void }) {
  const write = useSetRule();
  const form = useForm({
    start: {
      segment: set?.entry.segment ?? "",
      technical_completion: set?.entry.criteria.technical_completion ?? "",
      adoption_trigger: set?.entry.criteria.adoption_trigger ?? "",
      success_milestone: set?.entry.criteria.success_milestone ?? "",
      sponsor_confirmation: set?.entry.criteria.sponsor_confirmation ?? "",
      from: rules.on as string,
    },
    check: (values) => ({
      ...Object.fromEntries(
        criteria.map((criterion) => [
          criterion,
          values[criterion].trim() === "" ? "Say what has to be observed." : undefined,
        ]),
      ),
      from: dayFault(values.from),
    }),
    send: async ({ segment, from, ...texts }) => {
      await write(
        {
          of: "criteria_set",
          segment: segment === "" ? null : segment,
          criteria: {
            technical_completion: texts.technical_completion.trim(),
            adoption_trigger: texts.adoption_trigger.trim(),
            success_milestone: texts.success_milestone.trim(),
            sponsor_confirmation: texts.sponsor_confirmation.trim(),
          },
        },
        from,
      );
      onClose();
      return undefined;
    },
  });
  return (
    <RuleForm form={form} label="Onboarding criteria" today={rules.on} onClose={onClose}>
      <SegmentField {...form.field("segment")} rules={rules} />
      {criteria.map((criterion) => (
        <TextAreaField
          key={criterion}
          {...form.field(criterion)}
          label={criterionNames[criterion]}
          maxLength={1000}
          rows={2}
        />
      ))}
    </RuleForm>
  );
}
