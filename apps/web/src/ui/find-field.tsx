import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useSearchState } from "../lib/use-search.ts";

/** Finds as one types: the words stand in the address as `q`, and a list goes back to its first page. */
export function FindField({ label, placeholder }: { label: string; placeholder: string }) {
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
    <label className="flex h-7 w-44 flex-none items-center gap-2 rounded-control border border-input px-2 text-subtle focus-within:outline-2 focus-within:outline-(--focus) sm:w-56 pointer-coarse:h-9">
      <Search size={14} strokeWidth={1.5} aria-hidden className="flex-none" />
      <input
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={placeholder}
        aria-label={label}
        className="w-full min-w-0 bg-transparent text-xs text-fg outline-none"
      />
    </label>
  );
}
