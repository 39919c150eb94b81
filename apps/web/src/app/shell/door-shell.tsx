import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { Mark } from "./mark.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

interface Props {
  /** Beside the form where there is room, below it where there is not. */
  aside?: ReactNode;
  /** Below the card. */
  foot?: ReactNode;
  children: ReactNode;
}

/** Around the doors: the product's mark, one card, the theme. */
export function DoorShell({ aside, foot, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-12 flex-none items-center justify-between px-4 lg:px-6">
        <span className="flex items-center gap-2 text-sm font-semibold">
          <Mark />
          Termwise
        </span>
        <ThemeSwitch />
      </header>
      <main
        id="content"
        className="flex flex-1 flex-col items-center px-4 pt-[clamp(8px,9vh,96px)] pb-10 max-sm:px-3 max-sm:pt-3"
      >
        <div
          className={cx(
            "card w-full",
            aside
              ? "max-w-[400px] md:grid md:max-w-[880px] md:grid-cols-[minmax(0,400px)_minmax(0,1fr)]"
              : "max-w-[400px]",
          )}
        >
          <div className="min-w-0 px-8 py-7 max-sm:px-5">{children}</div>
          {aside && (
            <div className="min-w-0 border-line px-8 py-7 max-md:border-t max-sm:px-5 md:border-l">
              {aside}
            </div>
          )}
        </div>
        {foot && <div className="mt-4 w-full max-w-[400px] text-center text-xs text-muted">{foot}</div>}
      </main>
    </div>
  );
}
