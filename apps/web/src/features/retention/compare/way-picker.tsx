import { Plus, X } from "lucide-react";
import { dayText } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { wayName } from "../../../lib/way-names.ts";
import { ChoiceMenu } from "../../../ui/choice-menu.tsx";
import type { CompareView } from "./compare-data.ts";

const most = 3;

/** The ways the house's figures are held against, each removable, and those that can be added. */
export function WayPicker({ names, offered }: { names: readonly string[]; offered: CompareView["offered"] }) {
  const { search, change } = useSearchState();
  const set = (next: readonly string[]) =>
    change({
      with: next.length === 0 ? "none" : next.join(","),
      ...(search["way"] && !next.includes(search["way"]) ? { way: undefined } : {}),
    });
  const choices = [
    ...offered.presets.map(({ id, name, imitates }) => ({
      value: id as string,
      label: name,
      hint: imitates,
    })),
    ...offered.definitions.map(({ on, first, version }) => ({
      value: `on:${on}`,
      label: first ? `Before ${dayText(on)} was over` : `As defined from ${dayText(on)}`,
      hint: `NRR v${version}: the definitions in force on that day`,
    })),
    { value: "own", label: "Your choices", hint: "Choose each part of the policy yourself" },
  ].filter(({ value }) => !names.includes(value));
  return (
    <ul aria-label="Ways to count" className="flex flex-wrap items-center gap-2 text-xs">
      <li className="inline-flex h-7 items-center rounded-control bg-selected px-2.5 font-medium">
        As the house counts
      </li>
      {names.map((name) => (
        <li
          key={name}
          className="inline-flex h-7 items-center rounded-control border border-line pr-0.5 pl-2.5"
        >
          {wayName(name)}
          <button
            type="button"
            aria-label={`Take ${wayName(name)} out`}
            className="ml-1 grid size-6 place-items-center rounded-control text-subtle hover:bg-hover hover:text-fg"
            onClick={() => set(names.filter((other) => other !== name))}
          >
            <X size={12} strokeWidth={1.75} aria-hidden />
          </button>
        </li>
      ))}
      {names.length < most ? (
        <li className="inline-flex items-center">
          <Plus size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
          <ChoiceMenu
            label="Hold against"
            value=""
            align="start"
            choices={choices}
            onChange={(next) => set([...names, next])}
          />
        </li>
      ) : (
        <li className="text-2xs text-subtle">Three at most, side by side</li>
      )}
    </ul>
  );
}
