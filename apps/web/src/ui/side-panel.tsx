import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useSearchState } from "../lib/use-search.ts";
import { announcedPanel, rememberPanel } from "./announced-panel.ts";
import { focusOpener } from "./opens-panel.tsx";

interface Props {
  title: ReactNode;
  subtitle?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** The region on the right. The page beside it stays usable; Esc closes it and returns to what opened it. */
export function SidePanel({ title, subtitle, footer, children }: Props) {
  const { search, change } = useSearchState();
  const panel = search["panel"] ?? "";
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (announcedPanel() === panel) return;
    rememberPanel(panel);
    heading.current?.focus();
  }, [panel]);
  const close = () => {
    rememberPanel(null);
    change({ panel: undefined }, { push: true });
    requestAnimationFrame(() => focusOpener(panel));
  };
  return (
    <section
      aria-labelledby={titleId}
      data-panel={panel}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
      className="no-print sticky top-[calc(var(--topbar)+var(--filterbar))] z-10 flex h-[calc(100dvh-var(--topbar)-var(--filterbar)-var(--footer))] w-[420px] flex-none animate-[appear_180ms_ease-out] flex-col border-l border-line bg-surface max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-40 max-lg:h-dvh max-lg:w-[min(420px,100vw)] max-lg:shadow-float"
    >
      <div className="flex items-start justify-between gap-2 pt-4 pr-3 pl-5">
        <div className="min-w-0">
          <h2
            ref={heading}
            id={titleId}
            tabIndex={-1}
            className="flex flex-wrap items-center gap-2 rounded-sm text-md font-semibold"
          >
            {title}
          </h2>
          {subtitle && <p className="text-2xs text-subtle">{subtitle}</p>}
        </div>
        <button type="button" className="icon-button" aria-label="Close panel" onClick={close}>
          <X size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </div>
      {children}
      {footer && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-5 py-3 text-xs font-medium text-link">
          {footer}
        </div>
      )}
    </section>
  );
}
