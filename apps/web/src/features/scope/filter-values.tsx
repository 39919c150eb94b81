import { useState } from "react";
import { dimensionNames, valueName } from "../../lib/dimension-names.ts";
import { listOf, listText } from "../../lib/url.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";

/** The attribute a new filter is about, and its values. */
export function NewFilter() {
  const { search } = useSearchState();
  const offered = useWorkspace().dimensions.filter((one) => one.values.length > 0);
  const [dimension, setDimension] = useState("segment");
  const at = offered.find((one) => one.dimension === dimension) ?? offered[0];
  return (
    <>
      <div className="-ml-2 mb-2">
        <ChoiceMenu
          label="By"
          value={at?.dimension ?? ""}
          choices={offered.map((one) => ({
            value: one.dimension,
            label: dimensionNames[one.dimension] ?? one.dimension,
          }))}
          onChange={setDimension}
        />
      </div>
      {at && <ValueChecks dimension={at.dimension} chosen={listOf(search[`f.${at.dimension}`])} />}
    </>
  );
}

/** The values of an attribute, those in force checked. */
export function ValueChecks({ dimension, chosen }: { dimension: string; chosen: readonly string[] }) {
  const { change } = useSearchState();
  const { dimensions: offered } = useWorkspace();
  const values = offered.find((one) => one.dimension === dimension)?.values ?? [];
  const all = [...new Set([...values, ...chosen])];
  const toggle = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    change({ [`f.${dimension}`]: listText([...next].sort()), page: undefined });
  };
  return (
    <fieldset className="max-h-72 overflow-auto">
      <legend className="mb-1 text-2xs text-subtle">
        {dimensionNames[dimension] ?? dimension} is any of
      </legend>
      {all.map((value) => (
        <label
          key={value}
          className="flex cursor-pointer items-center gap-2 rounded-control px-1 py-1.5 text-xs hover:bg-hover"
        >
          <input
            type="checkbox"
            className="size-4 accent-(--accent)"
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
          />
          {valueName(value, dimension)}
        </label>
      ))}
    </fieldset>
  );
}
