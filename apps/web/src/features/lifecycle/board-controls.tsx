import { Search } from "lucide-react";
import { useSearchState } from "../../lib/use-search.ts";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { boardSorts, groupings } from "./board-groups.ts";

const choices = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Finding, ordering and grouping the cards. */
export function BoardControls({ grouped }: { grouped: boolean }) {
  const { search, change } = useSearchState();
  const sort = search["sort"] ?? "-sla";
  return (
    <>
      <label className="flex h-7 w-44 flex-none items-center gap-2 rounded-control border border-input px-2 text-subtle focus-within:outline-2 focus-within:outline-(--focus) sm:w-52 pointer-coarse:h-9">
        <Search size={14} strokeWidth={1.5} aria-hidden className="flex-none" />
        <input
          type="search"
          value={search["q"] ?? ""}
          onChange={(event) => change({ q: event.target.value || undefined })}
          placeholder="Find name or owner"
          aria-label="Find accounts on the board"
          className="w-full min-w-0 bg-transparent text-xs text-fg outline-none"
        />
      </label>
      <ChoiceMenu
        label="Sort"
        value={sort in boardSorts ? sort : "-sla"}
        align="start"
        className="flex-none"
        choices={choices(boardSorts)}
        onChange={(next) => change({ sort: next === "-sla" ? undefined : next })}
      />
      {grouped && (
        <ChoiceMenu
          label="Group"
          value={search["group"] ?? "none"}
          align="start"
          className="flex-none max-md:hidden"
          choices={[{ value: "none", label: "None" }, ...choices(groupings)]}
          onChange={(next) => change({ group: next === "none" ? undefined : next })}
        />
      )}
    </>
  );
}
