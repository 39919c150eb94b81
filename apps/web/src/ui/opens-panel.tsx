import type { ComponentProps } from "react";
import { useSearchState } from "../lib/use-search.ts";

interface Props extends ComponentProps<"button"> {
  /** `def:nrr` opens a definition, `drill:nrr` the accounts behind a figure. */
  panel: string;
}

/** Opens a side panel through the address; Esc in the panel comes back here. */
export function OpensPanel({ panel, onClick, ...rest }: Props) {
  const { search, change } = useSearchState();
  return (
    <button
      type="button"
      data-opens={panel}
      aria-expanded={search["panel"] === panel}
      onClick={(event) => {
        onClick?.(event);
        change({ panel }, { push: true });
      }}
      {...rest}
    />
  );
}

/** Puts the focus back on what opened a panel, or on the page's title. */
export function focusOpener(panel: string): void {
  const opener = [...document.querySelectorAll<HTMLElement>("[data-opens]")].find(
    (element) => element.dataset["opens"] === panel && element.offsetParent !== null,
  );
  (opener ?? document.querySelector("h1"))?.focus();
}
