import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "../../lib/class-names.ts";
import { mayI } from "../../lib/who.ts";
import { Page } from "../../ui/page.tsx";
import { NoPermission } from "../../ui/states.tsx";
import { type SettingsAddress, settingsPages } from "./settings-pages.ts";

interface Props {
  at: SettingsAddress;
  title: string;
  tools?: ReactNode;
  /** Forms and short lists, which read better in a narrow column. */
  narrow?: boolean;
  children: ReactNode;
}

/** A page of the settings beside the list of them; who may not read it is told who can open it to them. */
export function SettingsPage({ at, title, tools, narrow = false, children }: Props) {
  const page = settingsPages.find(({ to }) => to === at);
  const allowed = page !== undefined && mayI(page.needs);
  return (
    <Page title={title} crumbs={[{ label: "Settings", to: "/settings" }]} tools={allowed ? tools : undefined}>
      <div className="grid gap-x-8 gap-y-4 @[56rem]/page:grid-cols-[152px_minmax(0,1fr)]">
        <SettingsList />
        <div className={cx("flex min-w-0 flex-col gap-4", narrow ? "max-w-[760px]" : "max-w-[1160px]")}>
          {allowed ? (
            children
          ) : (
            <div className="card">
              <NoPermission what={title} />
            </div>
          )}
        </div>
      </div>
    </Page>
  );
}

/** The pages one may read: beside the content where there is room, else above it in a row that scrolls. */
function SettingsList() {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = list.current?.querySelector("[aria-current=page]");
    here?.scrollIntoView({ block: "nearest", inline: "center" });
  }, []);
  return (
    <nav
      ref={list}
      aria-label="Settings"
      className="no-print -mx-4 min-w-0 overflow-x-auto border-b border-line px-2 pb-2 [scrollbar-width:none] @[56rem]/page:mx-0 @[56rem]/page:overflow-visible @[56rem]/page:border-0 @[56rem]/page:p-0"
    >
      <ul className="flex gap-0.5 @[56rem]/page:sticky @[56rem]/page:top-[calc(var(--topbar)+20px)] @[56rem]/page:flex-col">
        {settingsPages
          .filter(({ needs }) => mayI(needs))
          .map(({ to, label }) => (
            <li key={to}>
              <Link
                to={to}
                activeProps={{ className: "bg-selected font-medium text-fg!" }}
                className="flex h-7 items-center whitespace-nowrap rounded-control px-2 text-xs text-muted hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-11"
              >
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
