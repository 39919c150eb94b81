import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useEffect, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { Navigation } from "./navigation.tsx";
import { PaletteButton } from "./palette-button.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { UserMenu } from "./user-menu.tsx";

const kept = "termwise.sidebar";

/** Navigation beside the page from 1024 px on; it folds to icons and stays as it was left. */
export function Sidebar() {
  const [narrow, setNarrow] = useState(() => localStorage.getItem(kept) === "narrow");
  useEffect(() => localStorage.setItem(kept, narrow ? "narrow" : "wide"), [narrow]);
  const Fold = narrow ? PanelLeftOpen : PanelLeftClose;
  return (
    <div
      data-sidebar
      className={cx(
        "no-print sticky top-0 flex h-dvh flex-none flex-col border-r border-line px-3 pt-2 pb-3 max-lg:hidden",
        narrow ? "w-14" : "w-[232px]",
      )}
    >
      <UserMenu narrow={narrow} />
      <PaletteButton narrow={narrow} />
      <nav aria-label="Main" className="min-h-0 flex-1 overflow-y-auto [scrollbar-width:none]">
        <Navigation narrow={narrow} />
      </nav>
      <div className={cx("flex items-center gap-1", narrow ? "flex-col" : "justify-between")}>
        <ThemeSwitch narrow={narrow} />
        <button
          type="button"
          className="icon-button"
          data-shortcut="sidebar"
          aria-label={narrow ? "Widen the sidebar" : "Fold the sidebar"}
          aria-expanded={!narrow}
          onClick={() => setNarrow(!narrow)}
        >
          <Fold size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </div>
    </div>
  );
}
