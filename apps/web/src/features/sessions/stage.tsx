import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { type ReactNode, useEffect } from "react";

interface Props {
  title: string;
  tools: ReactNode;
  children: ReactNode;
}

/** A session that is going on has the whole window: the navigation steps aside (`data-stage` in the styles), one link leads back. */
export function Stage({ title, tools, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Termwise`;
    document.documentElement.dataset["stage"] = "";
    return () => {
      delete document.documentElement.dataset["stage"];
    };
  }, [title]);
  return (
    <div className="flex min-h-dvh min-w-0 flex-1 flex-col bg-surface">
      <header className="sticky top-0 z-20 flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-4 py-2 lg:px-6">
        <Link
          to="/glossary/sessions"
          className="inline-flex h-7 items-center gap-1.5 rounded-control text-xs text-muted hover:text-fg pointer-coarse:h-9"
        >
          <ArrowLeft size={14} strokeWidth={1.5} aria-hidden />
          Sessions
        </Link>
        <h1 className="min-w-0 flex-1 truncate text-sm font-semibold max-sm:order-last max-sm:basis-full">
          {title}
        </h1>
        <div className="flex items-center gap-2 max-sm:ml-auto">{tools}</div>
      </header>
      <main id="content" className="page-grid flex min-w-0 flex-1 flex-col">
        {children}
      </main>
    </div>
  );
}
