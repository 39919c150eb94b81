import { useQuery } from "@tanstack/react-query";
import { flagConditions } from "@termwise/core/facts";
import { useState } from "react";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { RuleForm } from "./rule-form.tsx";

type Rule = Outputs["health"]["catalogue"]["rules"][number];

/** The rules that open red flags: those that come with the product, and one's own. */
export function FlagRules() {
  const query = useQuery(trpc.health.catalogue.queryOptions());
  const [editing, setEditing] = useState<Rule | "new" | null>(null);
  const writes = mayI("health.saveRule");
  return (
    <FormSection
      title="Rules for red flags"
      term="red-flag"
      note="A flag opens where all conditions of a rule hold, once for what was seen, with the evidence."
      flush
      tools={
        writes && (
          <Button aria-haspopup="dialog" onClick={() => setEditing("new")}>
            Add a rule
          </Button>
        )
      }
    >
      <Loaded query={query} what="The rules" skeleton={<Skeleton className="h-40" />}>
        {({ rules, policy }) => (
          <ul aria-label="Rules for red flags">
            {rules.map((rule) => (
              <li
                key={rule.id}
                className="flex items-start justify-between gap-3 border-t border-line px-4 py-2.5 text-xs"
              >
                <div className="min-w-0">
                  <p>
                    <span className="font-medium">{rule.name}</span>{" "}
                    <Chip>{rule.own ? "Own" : "Shipped"}</Chip>{" "}
                    {!rule.active && <Chip tone="warning">Off</Chip>}
                  </p>
                  <p className="text-muted">
                    {rule.conditions.map((one) => flagConditions[one]).join(" and ")}
                    {rule.conditions.includes("main_user_idle") &&
                      `; idle for ${rule.idleUserDays ?? policy.idleUserDays} days`}
                    {rule.conditions.includes("champion_silent") &&
                      `; silent to ${rule.unansweredEmails ?? policy.unansweredEmails} e-mails`}
                  </p>
                </div>
                {rule.own && writes && (
                  <Button
                    aria-haspopup="dialog"
                    aria-label={`Change ${rule.name}`}
                    onClick={() => setEditing(rule)}
                  >
                    Change
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Dialog open={editing !== null} onClose={() => setEditing(null)} title="Rule for red flags">
        {editing !== null && query.data && (
          <RuleForm
            rule={editing === "new" ? null : editing}
            policy={query.data.policy}
            onClose={() => setEditing(null)}
          />
        )}
      </Dialog>
    </FormSection>
  );
}
