import type { ReactNode } from "react";
import { useSearchState } from "../../lib/use-search.ts";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { FindField } from "../../ui/find-field.tsx";
import { kinds, kindWords, meanings, meaningWords } from "./words.ts";

/** Which divergences are shown: found by account, by kind and by term; `children` filter the accounts. */
export function StageFilters({ search: finds, children }: { search: boolean; children: ReactNode }) {
  const { search, change } = useSearchState();
  return (
    <>
      {finds && <FindField label="Find an account" placeholder="Find an account" />}
      <ChoiceMenu
        label="Kind"
        value={search["kind"] ?? ""}
        align="start"
        className="flex-none"
        choices={[
          { value: "", label: "All" },
          ...kinds.map((kind) => ({ value: kind, label: kindWords[kind].name, hint: kindWords[kind].says })),
        ]}
        onChange={(next) => change({ kind: next || undefined, page: undefined })}
      />
      <ChoiceMenu
        label="Term"
        value={search["term"] ?? ""}
        align="start"
        className="flex-none"
        choices={[
          { value: "", label: "All" },
          ...meanings
            .filter((means) => means !== "ignored")
            .map((means) => ({ value: means, label: meaningWords[means] })),
        ]}
        onChange={(next) => change({ term: next || undefined, page: undefined })}
      />
      {children}
    </>
  );
}
