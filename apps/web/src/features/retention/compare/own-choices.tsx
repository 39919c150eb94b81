import { policyWords } from "../../../lib/policy-words.ts";
import { policyNames } from "../../../lib/scope.ts";
import { type PolicyChoice, policyChoices } from "../../../lib/search.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { ownChoices } from "../../../lib/ways.ts";
import { ChoiceMenu } from "../../../ui/choice-menu.tsx";
import type { CompareView } from "./compare-data.ts";

const shown: readonly PolicyChoice[] = [
  "nrr.method",
  "grr.method",
  "winback",
  "logo.denominator",
  "fx",
  "churn.on",
  "identity",
  "discount",
  "usage",
];

/** Whether the two methods may stand together: GRR must not come out above NRR. */
function together(nrr: string, grr: string): boolean {
  return grr === "whole_book_min" || (nrr === "all_movements") === (grr === "all_losses");
}

/** Each part of the policy, chosen by hand. Methods that do not go together are not offered; why is said below. */
export function OwnChoices({ house }: { house: CompareView["policy"] }) {
  const { search, change } = useSearchState();
  const own = ownChoices(search);
  const usual = (key: PolicyChoice) => String(house[(policyNames[key] ?? key) as keyof typeof house]);
  const inForce = (key: PolicyChoice) => own[key] ?? usual(key);
  const legal = (key: PolicyChoice) =>
    key === "grr.method"
      ? policyChoices[key].filter((grr) => together(inForce("nrr.method"), grr))
      : policyChoices[key];
  const choose = (key: PolicyChoice, value: string) => {
    const patch: Record<string, string | undefined> = { [`own.${key}`]: value };
    if (key === "nrr.method" && !together(value, inForce("grr.method")))
      patch["own.grr.method"] = value === "all_movements" ? "all_losses" : "cohort_losses";
    change(patch);
  };
  const refused = policyChoices["grr.method"].filter((grr) => !together(inForce("nrr.method"), grr));
  const named = (key: PolicyChoice, value: string) => policyWords[key].values[value]?.[0] ?? value;
  return (
    <>
      <dl>
        {shown.map((key) => (
          <div key={key} className="flex items-center justify-between gap-2 border-t border-line py-0.5">
            <dt className="text-xs text-muted">{policyWords[key].name}</dt>
            <dd className="-mr-2">
              <ChoiceMenu
                label={`${policyWords[key].name}, your choice`}
                showLabel={false}
                value={inForce(key)}
                choices={legal(key).map((value) => ({
                  value,
                  label: named(key, value),
                  hint: policyWords[key].values[value]?.[1] ?? "",
                }))}
                onChange={(value) => choose(key, value)}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-2xs text-subtle">
        Not offered with “{named("nrr.method", inForce("nrr.method"))}”:{" "}
        {refused.map((grr) => named("grr.method", grr)).join(", ")}. GRR could come out above NRR, for one
        would count losses that the other does not.
      </p>
    </>
  );
}
