import { Search } from "lucide-react";
import { cx } from "../../lib/class-names.ts";

/** Asks for the command palette, which whoever listens for keys opens. */
export const askForPalette = "termwise:palette";

/** Opens the command palette; its keys stand beside it. */
export function PaletteButton({ narrow = false, bare = false }: { narrow?: boolean; bare?: boolean }) {
  const small = narrow || bare;
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={small ? "Find or do" : undefined}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => dispatchEvent(new Event(askForPalette))}
      className={cx(
        small
          ? "icon-button"
          : "mt-2 flex h-7 items-center gap-2.5 rounded-control border border-line px-2 text-xs text-subtle hover:bg-hover",
        narrow && "mt-2",
        bare && "lg:hidden",
      )}
    >
      <Search size={16} strokeWidth={1.5} aria-hidden className="flex-none" />
      {!small && (
        <>
          <span className="flex-1 text-left">Find or do</span>
          <kbd aria-hidden className="font-mono text-2xs">
            Ctrl K
          </kbd>
        </>
      )}
    </button>
  );
}
