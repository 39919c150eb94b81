import { Link } from "@tanstack/react-router";
import type { TermId } from "@termwise/core/registry";
import { BookOpen } from "lucide-react";
import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { cx } from "../lib/class-names.ts";
import { OpensPanel } from "./opens-panel.tsx";

interface Slots {
  menu: ReactNode;
  panel: ReactNode;
  footer: ReactNode;
  notices: ReactNode;
  banner: ReactNode;
}

const PageSlots = createContext<Slots>({
  menu: null,
  panel: null,
  footer: null,
  notices: null,
  banner: null,
});
/** Gives every page the shell's parts: menu button, side panel, footer, notices. */
export const PageShell = PageSlots.Provider;

/** Whether a page has been shown since the document was loaded. */
let opened = false;

interface Props {
  title: string;
  /** The term the page is about: its definition opens beside the title. */
  term?: TermId;
  crumbs?: readonly { label: string; to: string }[];
  /** Right of the title in the top bar. */
  tools?: ReactNode;
  /** The bar below the title. */
  filters?: ReactNode;
  /** A panel of the page's own, in place of the shell's. */
  panel?: ReactNode;
  children: ReactNode;
}

/** A page: top bar with its title, filter bar, content, side panel, footer. Sets the document's title. */
export function Page({ title, term, crumbs = [], tools, filters, panel, children }: Props) {
  const slots = useContext(PageSlots);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // After a move from another page the focus is on the title, so that a screen reader says where one is.
    if (opened) heading.current?.focus({ preventScroll: true });
    opened = true;
  }, []);
  useEffect(() => {
    document.title = `${title} · Termwise`;
  }, [title]);
  return (
    <div
      className={cx("flex min-h-dvh min-w-0 flex-1 flex-col", filters !== undefined && "[--filterbar:44px]")}
    >
      <header className="page-head sticky top-0 z-20 flex h-12 items-center gap-2 border-b border-line bg-surface px-4 lg:px-6">
        {slots.menu}
        <div className="page-title flex min-w-0 items-center gap-2 whitespace-nowrap text-subtle">
          {crumbs.map((crumb) => (
            <span key={crumb.to} className="flex items-center gap-2 max-sm:hidden">
              <Link to={crumb.to} className="rounded-sm hover:text-fg">
                {crumb.label}
              </Link>
              <span aria-hidden>/</span>
            </span>
          ))}
          <h1 ref={heading} tabIndex={-1} className="truncate text-sm font-semibold text-fg">
            {title}
          </h1>
          {term && (
            <OpensPanel
              panel={`def:${term}`}
              aria-label={`Definition: ${title}`}
              title="What this word means"
              className="grid size-6 flex-none place-items-center rounded-control hover:bg-hover hover:text-fg pointer-coarse:size-9"
            >
              <BookOpen size={14} strokeWidth={1.5} aria-hidden />
            </OpensPanel>
          )}
        </div>
        <div className="flex-1" />
        {tools}
      </header>
      {filters !== undefined && (
        <div className="no-print sticky top-12 z-10 flex h-11 items-center gap-2 overflow-x-auto border-b border-line bg-surface px-4 text-xs [scrollbar-width:none] lg:px-6">
          {filters}
        </div>
      )}
      <div className="flex min-w-0 flex-1 items-start">
        <main id="content" className="page-grid min-w-0 flex-1">
          <div className="mx-auto flex max-w-[1440px] flex-col gap-4 px-4 pt-5 pb-6 lg:px-6">
            {slots.banner}
            {slots.notices}
            {children}
          </div>
        </main>
        {panel ?? slots.panel}
      </div>
      {slots.footer}
    </div>
  );
}
