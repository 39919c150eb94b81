import { Search } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useSearchState } from "../../lib/use-search.ts";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { kinds, kindWords, meanings, meaningWords } from "./words.ts";

/** Which divergences are shown: found by account, by kind and by term; `children` filter the accounts. */
export function StageFilters({ search: finds, children }: { search: boolean; children: ReactNode }) {
  const { search, change } = useSearchState();
  return (
    <>
      {finds && <Find />}
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

/** Finds accounts by name as one types. */
function Find() {
  const { search, change } = useSearchState();
  const asked = search["q"] ?? "";
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  useEffect(() => {
    if (text === asked) return;
    const wait = setTimeout(() => change({ q: text || undefined, page: undefined }), 200);
    return () => clearTimeout(wait);
  }, [text, asked, change]);
  return (
    <label className="flex h-7 w-40 flex-none items-center gap-2 rounded-control border border-input px-2 text-subtle focus-within:outline-2 focus-within:outline-(--focus) sm:w-52 pointer-coarse:h-9">
      <Search size={14} strokeWidth={1.5} aria-hidden className="flex-none" />
      <input
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="Find an account"
        aria-label="Find an account"
        className="w-full min-w-0 bg-transparent text-xs text-fg outline-none"
      />
    </label>
  );
}
