import { useState } from "react";
import { counted, dayText } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { AdoptionForm } from "./adoption-form.tsx";
import { cadenceNames, type Rules, segmentName } from "./rules.ts";

type Rule = Rules["adoption"][number];

/** What Adopted takes, segment by segment: features and how often, seats in use, and how long the core may lie idle. */
export function AdoptionRules({ rules }: { rules: Rules }) {
  const [editing, setEditing] = useState<Rule | "new" | null>(null);
  const writes = mayI("journal.setRule");
  return (
    <FormSection
      title="Adoption"
      term="adopted"
      note="Adopted is computed from usage by these rules and never set by hand. A login is not use."
      tools={
        writes && (
          <Button aria-haspopup="dialog" onClick={() => setEditing("new")}>
            Add a rule
          </Button>
        )
      }
      flush
    >
      {rules.adoption.length === 0 && (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          No rule is written yet. Any use of the product in each week counts, by the numbers below.
        </p>
      )}
      <ul aria-label="Adoption rules">
        {rules.adoption.map((rule) => {
          const { segment, coreFeatures, coreModule, seatShare, idleDays } = rule.entry;
          return (
            <li key={rule.entryId} className="border-t border-line px-4 py-3 text-xs">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p>
                  <span className="font-medium">{segmentName(segment)}</span>
                  <span className="num text-subtle"> since {dayText(rule.since)}</span>
                </p>
                {writes && (
                  <Button
                    aria-haspopup="dialog"
                    aria-label={`Change the adoption rule of ${segmentName(segment)}`}
                    onClick={() => setEditing(rule)}
                  >
                    Change
                  </Button>
                )}
              </div>
              <p className="num mt-1 text-muted">
                {coreFeatures
                  .map(({ feature, cadence }) => `${feature} ${cadenceNames[cadence].toLowerCase()}`)
                  .join(", ")}
                ; {seatShare}
                {"\u00a0"}% of seats; {coreModule} not idle for {counted(idleDays, "day")}
              </p>
            </li>
          );
        })}
      </ul>
      <Dialog open={editing !== null} onClose={() => setEditing(null)} title="Adoption rule" wide>
        {editing !== null && (
          <AdoptionForm
            rule={editing === "new" ? null : editing}
            rules={rules}
            onClose={() => setEditing(null)}
          />
        )}
      </Dialog>
    </FormSection>
  );
}
