import { useSearchState } from "../../lib/use-search.ts";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { FindField } from "../../ui/find-field.tsx";
import { boardSorts, groupings } from "./board-groups.ts";

const choices = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Finding, ordering and grouping the cards. */
export function BoardControls({ grouped }: { grouped: boolean }) {
  const { search, change } = useSearchState();
  const sort = search["sort"] ?? "-sla";
  return (
    <>
      <FindField label="Find accounts on the board" placeholder="Find name or owner" />
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
