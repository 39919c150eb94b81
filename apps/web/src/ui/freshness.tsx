import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { createContext, type ReactNode, useContext } from "react";
import { cx } from "../lib/class-names.ts";
import { type Outputs, trpc } from "../lib/trpc.ts";
import { mayI } from "../lib/who.ts";

type Freshness = Outputs["sources"]["freshness"];

/** Asked again every minute: ages grow while a page stays open. */
const everyMinute = 60_000;

const Held = createContext<Freshness | null>(null);

/** Tells every page below how fresh the data is that figures are made of. */
export function FreshnessOfSources({ children }: { children: ReactNode }) {
  const query = useQuery({
    ...trpc.sources.freshness.queryOptions(),
    refetchInterval: everyMinute,
    enabled: mayI("sources.freshness"),
  });
  return <Held value={query.data ?? null}>{children}</Held>;
}

/** An age as the stamp says it: 12 min, 3 h, 26 h, 4 d. */
export function ageText(minutes: number | null): string {
  if (minutes === null) return "never";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 72 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

/** What is said below a figure of ARR when what it is made of is late; null when all of it is on time. */
export function useStaleArr(): string | null {
  const late = useContext(Held)?.staleArr ?? [];
  if (late.length === 0) return null;
  return late.length === 1
    ? `${late[0]} data is older than expected`
    : `${late.length} sources are older than expected`;
}

/** Each source's system with the age of its data, late ones marked; it leads to the page of sources. */
export function FreshnessStamp() {
  const held = useContext(Held);
  if (!held || held.sources.length === 0) return null;
  const late = held.sources.filter((source) => source.late);
  const ages = held.sources.map(({ id, system, ageMinutes, late: isLate }) => (
    <span
      key={id}
      className={cx("inline-flex items-center gap-1", isLate ? "font-medium text-warning" : "max-sm:hidden")}
    >
      {isLate && <TriangleAlert size={12} strokeWidth={1.75} aria-hidden className="flex-none" />}
      <span>
        {system} {ageText(ageMinutes)}
        {isLate && <span className="max-lg:sr-only">, late</span>}
      </span>
    </span>
  ));
  const look = "inline-flex items-center gap-3 overflow-hidden";
  if (!mayI("sources.list")) return <span className={look}>{ages}</span>;
  return (
    <Link
      to="/data/sources"
      data-freshness={late.length > 0 ? "late" : "fresh"}
      className={cx(look, "min-h-6 rounded-sm focus-visible:-outline-offset-2 hover:text-fg")}
    >
      {ages}
    </Link>
  );
}
