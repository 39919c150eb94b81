import { SlidersHorizontal } from "lucide-react";
import { policyNames } from "../../lib/scope.ts";
import { type PolicyChoice, policyChoices } from "../../lib/search.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { later } from "../../ui/later.tsx";
import { Popover } from "../../ui/popover.tsx";

const PolicyOptions = later(async () => (await import("./policy-options.tsx")).PolicyOptions);

const shown: readonly PolicyChoice[] = [
  "winback",
  "nrr.method",
  "grr.method",
  "logo.denominator",
  "churn.on",
  "identity",
  "discount",
  "usage",
];

/** The choices behind NRR, GRR and logo retention; one policy serves them all. */
export function PolicyMenu() {
  const { search } = useSearchState();
  const { values } = useWorkspace().policy;
  const usual = (key: PolicyChoice) => String(values[policyNames[key] ?? key] ?? policyChoices[key][0]);
  const changed = shown.filter((key) => search[key] !== undefined && search[key] !== usual(key));
  const restated = search["definitions"] === "now";
  return (
    <Popover
      label="Policy"
      align="end"
      onOpen={PolicyOptions.fetch}
      chevron
      className="flex-none"
      trigger={
        <>
          <SlidersHorizontal size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
          <span className="text-subtle">Policy</span>
          <span className="font-medium">
            {["House", changed.length > 0 && `${changed.length} changed`, restated && "restated"]
              .filter(Boolean)
              .join(", ")}
          </span>
        </>
      }
    >
      <PolicyOptions shown={shown} changed={changed} />
    </Popover>
  );
}
