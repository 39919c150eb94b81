import { Link } from "@tanstack/react-router";
import type { Callable } from "@termwise/core/access";
import { mayI } from "../../lib/who.ts";

const tabs = [
  { to: "/comp", label: "My statement", needs: "comp.statements" },
  { to: "/comp/team", label: "Team", needs: "comp.team" },
  { to: "/comp/plans", label: "Plans", needs: "comp.plans" },
  { to: "/comp/records", label: "On record", needs: "comp.onRecord" },
  { to: "/comp/simulator", label: "Simulator", needs: "comp.simulation" },
  { to: "/comp/reconciliation", label: "Reconciliation", needs: "comp.reconciliation" },
] as const satisfies readonly { to: string; label: string; needs: Callable }[];

/** The pages of compensation that somebody may open, as links. */
export function CompTabs() {
  return (
    <nav
      aria-label="Compensation"
      className="no-print -mx-4 -mt-3 overflow-x-auto border-b border-line px-4 [scrollbar-width:none] lg:-mx-6 lg:px-6"
    >
      <ul className="flex gap-5">
        {tabs
          .filter(({ needs }) => mayI(needs))
          .map(({ to, label }) => (
            <li key={to} className="flex-none">
              <Link
                to={to}
                activeOptions={{ exact: true, includeSearch: false }}
                activeProps={{ className: "border-accent font-medium text-fg!" }}
                inactiveProps={{ className: "border-transparent" }}
                className="flex h-9 items-center border-b-2 text-xs whitespace-nowrap text-muted hover:text-fg focus-visible:-outline-offset-2 pointer-coarse:h-11"
              >
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
