import { policyWords } from "../../lib/policy-words.ts";
import { policyNames } from "../../lib/scope.ts";
import { type PolicyChoice, policyChoices } from "../../lib/search.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";

interface Props {
  shown: readonly PolicyChoice[];
  /** Those that are not as the house has them. */
  changed: readonly PolicyChoice[];
}

/** The choices of the policy menu; it comes when the menu is opened. */
export function PolicyOptions({ shown, changed }: Props) {
  const { search, change } = useSearchState();
  const { values, own } = useWorkspace().policy;
  const usual = (key: PolicyChoice) => String(values[policyNames[key] ?? key] ?? policyChoices[key][0]);
  const inForce = (key: PolicyChoice) => search[key] ?? usual(key);
  /** What the definitions say, where that goes with the choice just made; else the product's default. */
  const otherThan = (key: PolicyChoice, not: string) =>
    usual(key) === not ? policyChoices[key][0] : undefined;
  const choose = (key: PolicyChoice, value: string) => {
    const patch: Record<string, string | undefined> = {
      [key]: value === usual(key) ? undefined : value,
    };
    // All movements goes with all losses: another pair could show GRR above NRR.
    if (key === "nrr.method") {
      if (value === "all_movements") patch["grr.method"] = "all_losses";
      else if (inForce("grr.method") === "all_losses")
        patch["grr.method"] = otherThan("grr.method", "all_losses");
    }
    if (key === "grr.method") {
      if (value === "all_losses") patch["nrr.method"] = "all_movements";
      else if (inForce("nrr.method") === "all_movements" && value !== "whole_book_min")
        patch["nrr.method"] = otherThan("nrr.method", "all_movements");
    }
    change(patch);
  };
  return (
    <>
      <p className="mb-2 text-2xs text-subtle">
        How customers, losses and returns are counted. Every figure on the page follows the same choices and
        prints them.
      </p>
      <dl>
        {shown.map((key) => (
          <div key={key} className="flex items-center justify-between gap-2 border-t border-line py-1">
            <dt className="text-xs text-muted">{policyWords[key].name}</dt>
            <dd className="-mr-2">
              <ChoiceMenu
                label={policyWords[key].name}
                showLabel={false}
                value={inForce(key)}
                choices={policyChoices[key].map((value) => ({
                  value,
                  label: policyWords[key].values[value]?.[0] ?? value,
                  hint: policyWords[key].values[value]?.[1] ?? "",
                }))}
                onChange={(value) => choose(key, value)}
              />
            </dd>
          </div>
        ))}
      </dl>
      {own && (
        <div className="flex items-center justify-between gap-2 border-t border-line py-1">
          <span className="text-xs text-muted">Past periods</span>
          <ChoiceMenu
            label="Past periods"
            showLabel={false}
            value={search["definitions"] ?? "then"}
            choices={[
              {
                value: "then",
                label: "As defined then",
                hint: "Each by the definitions in force at its end",
              },
              { value: "now", label: "Restated", hint: "All by the definitions of today" },
            ]}
            onChange={(value) => change({ definitions: value === "now" ? "now" : undefined })}
          />
        </div>
      )}
      {changed.length > 0 && (
        <Button
          className="mt-2"
          onClick={() => change(Object.fromEntries(changed.map((key) => [key, undefined])))}
        >
          Return to the house policy
        </Button>
      )}
    </>
  );
}
