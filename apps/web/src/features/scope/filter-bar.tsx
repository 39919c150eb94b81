import { SlidersHorizontal } from "lucide-react";
import { dimensionNames } from "../../lib/dimension-names.ts";
import { dimensions } from "../../lib/search.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { Popover } from "../../ui/popover.tsx";
import { AsOfPicker } from "./as-of-picker.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { PolicyMenu } from "./policy-menu.tsx";

interface Props {
  /** The breakdown that is usual on the page, `none` where it has one only when it is chosen, `null` where it has none. */
  by?: "segment" | "none" | null;
  /** The page compares with an earlier period. */
  compare?: boolean;
  /** The page breaks figures down by a second attribute as well. */
  twice?: boolean;
}

/** Filters on the left; comparison, breakdown, rates and policy on the right. On a phone one button holds them all. */
export function FilterBar({ by = "segment", compare = true, twice = false }: Props) {
  const { search } = useSearchState();
  const filters = dimensions.filter((dimension) => search[`f.${dimension}`] !== undefined).length;
  return (
    <>
      <div className="contents max-sm:hidden">
        <FilterChips />
        <div className="min-w-2 flex-1" />
        <Choices by={by} compare={compare} twice={twice} />
      </div>
      <div className="sm:hidden">
        <Popover
          label="Filters and policy"
          className="-ml-2"
          chevron
          trigger={
            <>
              <SlidersHorizontal size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
              <span className="font-medium">Filters and policy</span>
              {filters > 0 && <span className="num text-subtle">{filters} in force</span>}
            </>
          }
        >
          <div className="flex flex-col items-start gap-1">
            <FilterChips />
            <Choices by={by} compare={compare} twice={twice} />
            <AsOfPicker />
          </div>
        </Popover>
      </div>
    </>
  );
}

function Choices({ by, compare, twice }: Required<Props>) {
  const { search, change } = useSearchState();
  const { dimensions: offered, reportingCurrency, currencies } = useWorkspace();
  const currency = search["cur"] ?? reportingCurrency ?? "";
  return (
    <>
      {compare && (
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
      )}
      {by !== null && (
        <ChoiceMenu
          label="By"
          value={search["by"] ?? by}
          className="flex-none"
          choices={[
            ...(by === "none" ? [{ value: "none", label: "Nothing" }] : []),
            ...offered.map((one) => ({
              value: one.dimension,
              label: dimensionNames[one.dimension] ?? one.dimension,
            })),
          ]}
          onChange={(next) =>
            change({
              by: next === by ? undefined : next,
              ...(search["and"] === next ? { and: undefined } : {}),
            })
          }
        />
      )}
      {twice && (
        <ChoiceMenu
          label="and"
          value={search["and"] ?? ""}
          className="flex-none"
          choices={[
            { value: "", label: "Nothing else" },
            ...offered
              .filter((one) => one.dimension !== (search["by"] ?? by))
              .map((one) => ({
                value: one.dimension,
                label: dimensionNames[one.dimension] ?? one.dimension,
              })),
          ]}
          onChange={(next) => change({ and: next === "" ? undefined : next })}
        />
      )}
      {currencies.length > 1 && (
        <ChoiceMenu
          label="FX"
          value={search["fx"] ?? "constant"}
          className="flex-none"
          choices={[
            {
              value: "constant",
              label: `${currency}, constant`,
              hint: "The whole window at the opening day's rates",
            },
            {
              value: "reported",
              label: `${currency}, reported`,
              hint: "Each day at its own rates; FX is a step of its own",
            },
          ]}
          onChange={(next) => change({ fx: next === "constant" ? undefined : next })}
        />
      )}
      <PolicyMenu />
    </>
  );
}
