import { dimensionNames } from "../../lib/dimension-names.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { PolicyMenu } from "./policy-menu.tsx";

/** Filters on the left; comparison, breakdown, rates and policy on the right. */
export function FilterBar() {
  const { search, change } = useSearchState();
  const { dimensions, reportingCurrency, currencies } = useWorkspace();
  return (
    <>
      <FilterChips />
      <div className="min-w-2 flex-1" />
      <ChoiceMenu
        label="Compare"
        value={search["compare"] ?? "prior-year"}
        className="flex-none"
        choices={[
          { value: "prior-year", label: "Prior year" },
          { value: "none", label: "Nothing" },
        ]}
        onChange={(next) => change({ compare: next === "prior-year" ? undefined : next })}
      />
      <ChoiceMenu
        label="By"
        value={search["by"] ?? "segment"}
        className="flex-none"
        choices={dimensions
          .filter((one) => one.values.length > 0)
          .map((one) => ({ value: one.dimension, label: dimensionNames[one.dimension] ?? one.dimension }))}
        onChange={(next) => change({ by: next === "segment" ? undefined : next })}
      />
      {reportingCurrency && (
        <ChoiceMenu
          label="FX"
          value={search["fx"] ?? "constant"}
          className="flex-none"
          choices={[
            {
              value: "constant",
              label: `${search["cur"] ?? reportingCurrency}, constant`,
              hint: "The whole window at the opening day's rates",
            },
            {
              value: "reported",
              label: `${search["cur"] ?? reportingCurrency}, reported`,
              hint: "Each day at its own rates; FX is a step of its own",
            },
          ]}
          onChange={(next) => change({ fx: next === "constant" ? undefined : next })}
        />
      )}
      {currencies.length > 1 && reportingCurrency && (
        <ChoiceMenu
          label="In"
          value={search["cur"] ?? reportingCurrency}
          className="flex-none"
          choices={currencies.map((code) => ({ value: code, label: code }))}
          onChange={(next) => change({ cur: next === reportingCurrency ? undefined : next })}
        />
      )}
      <PolicyMenu />
    </>
  );
}
