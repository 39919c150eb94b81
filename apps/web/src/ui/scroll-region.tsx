import type { ReactNode } from "react";
import { cx } from "../lib/class-names.ts";

interface Props {
  label: string;
  className?: string;
  children: ReactNode;
}

/** A part of the page that scrolls by itself; it has a name, is reached by keyboard, and keeps what is only read out inside. */
export function ScrollRegion({ label, className, children }: Props) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={cx("relative focus-visible:-outline-offset-2", className)}
    >
      {children}
    </section>
  );
}
