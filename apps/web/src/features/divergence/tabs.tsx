import { Link } from "@tanstack/react-router";
import type { Callable } from "@termwise/core/access";
import { cx } from "../../lib/class-names.ts";
import { mayI } from "../../lib/who.ts";

/** The parts of the page. */
export type Tab = "stages" | "numbers" | "time" | "agenda";

const tabs: readonly { key: Tab; label: string; needs: Callable }[] = [
  { key: "stages", label: "Stages", needs: "divergence.report" },
  { key: "numbers", label: "Numbers", needs: "divergence.numbers" },
  { key: "time", label: "Over time", needs: "divergence.series" },
  { key: "agenda", label: "Agenda", needs: "divergence.agenda" },
];

/** Which part an address names. */
export function tabOf(named: string | undefined): Tab {
  return tabs.find(({ key }) => key === named)?.key ?? "stages";
}

/** The parts of the page as links: each has an address of its own. */
export function Tabs({ at }: { at: Tab }) {
  return (
    <nav
      aria-label="Divergence"
      className="no-print -mx-4 -mt-3 overflow-x-auto border-b border-line px-4 [scrollbar-width:none] lg:-mx-6 lg:px-6"
    >
      <ul className="flex gap-5">
        {tabs
          .filter(({ needs }) => mayI(needs))
          .map(({ key, label }) => (
            <li key={key} className="flex-none">
              <Link
                to="/glossary/divergence"
                search={(was: Record<string, unknown>) => ({
                  ...was,
                  tab: key === "stages" ? undefined : key,
                  page: undefined,
                  sort: undefined,
                  number: undefined,
                })}
                aria-current={key === at ? "page" : undefined}
                resetScroll={false}
                className={cx(
                  "flex h-9 items-center border-b-2 text-xs whitespace-nowrap hover:text-fg focus-visible:-outline-offset-2 pointer-coarse:h-11",
                  key === at ? "border-accent font-medium text-fg" : "border-transparent text-muted",
                )}
              >
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
