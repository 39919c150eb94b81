import { dimensionNames } from "../../../lib/dimension-names.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { ChoiceMenu } from "../../../ui/choice-menu.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { keyName } from "./cohort-words.ts";
import { type CohortsView, grains, type Measure, type Shown } from "./cohorts.ts";

const leasts = ["1", "3", "5", "10", "20"];

/** What cohorts are gathered by, in which steps, and what is shown of them. */
export function CohortControls({ view, shown }: { view: CohortsView; shown: Shown }) {
  const { change } = useSearchState();
  const { dimensions } = useWorkspace();
  const offered = [...grains, "product", ...dimensions.map(({ dimension }) => dimension)];
  const inTime = grains.some((grain) => grain === view.by);
  return (
    <div className="no-print flex flex-wrap items-center gap-x-3 gap-y-2 text-xs">
      <ChoiceMenu
        label="Cohorts by"
        value={view.by}
        align="start"
        className="-ml-2 flex-none"
        choices={offered.map((value) => ({
          value,
          label: keyName(value),
          ...(value in dimensionNames || value === "product"
            ? { hint: "As it was on the day of first ARR" }
            : {}),
        }))}
        onChange={(next) =>
          change({
            cohort: next === "quarter" ? undefined : next,
            age: undefined,
            panel: undefined,
            pick: undefined,
          })
        }
      />
      <ChoiceMenu
        label="Age in"
        value={view.age}
        align="start"
        className="flex-none"
        choices={grains.map((value) => ({ value, label: `${value}s` }))}
        onChange={(next) =>
          change({ age: next === (inTime ? view.by : "quarter") ? undefined : next, panel: undefined })
        }
      />
      <Segmented<Measure>
        label="Measure"
        value={shown.measure}
        options={[
          { value: "nrr", label: "NRR" },
          { value: "grr", label: "GRR" },
          { value: "logo", label: "Logo" },
          { value: "arr", label: "ARR" },
        ]}
        onChange={(next) => change({ measure: next === "nrr" ? undefined : next })}
      />
      {shown.measure !== "arr" && (
        <Segmented
          label="Unit"
          value={shown.absolute ? "absolute" : "share"}
          options={[
            { value: "share", label: "%" },
            { value: "absolute", label: shown.measure === "logo" ? "Accounts" : view.currency },
          ]}
          onChange={(next) => change({ unit: next === "absolute" ? "absolute" : undefined })}
        />
      )}
      <ChoiceMenu
        label="At least"
        value={String(shown.least)}
        align="start"
        className="flex-none"
        choices={[...new Set([...leasts, String(shown.least)])]
          .sort((a, b) => Number(a) - Number(b))
          .map((value) => ({ value, label: value === "1" ? "1 account" : `${value} accounts` }))}
        onChange={(next) => change({ least: next === "1" ? undefined : next })}
      />
      {inTime && (
        <Segmented
          label="Ages shown"
          value={shown.complete ? "complete" : "all"}
          options={[
            { value: "all", label: "To date" },
            { value: "complete", label: "Closed ages" },
          ]}
          onChange={(next) => change({ open: next === "complete" ? "complete" : undefined })}
        />
      )}
    </div>
  );
}
