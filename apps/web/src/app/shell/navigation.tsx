import { Link } from "@tanstack/react-router";
import type { Callable } from "@termwise/core/access";
import {
  BookMarked,
  BookOpen,
  Building2,
  Cable,
  ChartBarDecreasing,
  ChartNoAxesColumn,
  ChartScatter,
  CircleAlert,
  Diff,
  Grid3x3,
  Handshake,
  HeartPulse,
  Inbox,
  Kanban,
  Landmark,
  ListChecks,
  ListTodo,
  Lock,
  type LucideIcon,
  MessagesSquare,
  Play,
  Scale,
  Settings,
  Tag,
  Upload,
  Wallet,
} from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { mayI } from "../../lib/who.ts";

interface Entry {
  to:
    | "/retention"
    | "/retention/bridge"
    | "/retention/cohorts"
    | "/retention/segments"
    | "/retention/compare"
    | "/retention/periods"
    | "/finance"
    | "/book"
    | "/accounts"
    | "/lifecycle"
    | "/health"
    | "/risk"
    | "/handoffs"
    | "/tasks"
    | "/plays"
    | "/product/adoption"
    | "/inbox"
    | "/comp"
    | "/glossary"
    | "/glossary/sessions"
    | "/glossary/divergence"
    | "/data/imports"
    | "/data/sources"
    | "/data/usage"
    | "/data/quality"
    | "/data/labels"
    | "/settings";
  label: string;
  icon: LucideIcon;
  /** What the page asks the server for: who may not call it does not see the page. */
  needs: Callable;
  /** Pages below it have entries of their own. */
  exact?: boolean;
}

/** The pages, in groups. */
export const pageGroups: readonly { title: string; entries: readonly Entry[] }[] = [
  {
    title: "Retention",
    entries: [
      {
        to: "/retention",
        label: "Overview",
        icon: ChartNoAxesColumn,
        needs: "retention.overview",
        exact: true,
      },
      { to: "/retention/bridge", label: "ARR bridge", icon: ChartBarDecreasing, needs: "retention.bridge" },
      { to: "/retention/cohorts", label: "Cohorts", icon: Grid3x3, needs: "retention.cohorts" },
      { to: "/retention/segments", label: "Segments", icon: ChartScatter, needs: "retention.segments" },
      { to: "/retention/compare", label: "Compare definitions", icon: Scale, needs: "retention.compare" },
      { to: "/retention/periods", label: "Closed periods", icon: Lock, needs: "periods.list" },
      { to: "/finance", label: "Finance", icon: Landmark, needs: "finance.periods" },
    ],
  },
  {
    title: "Customers",
    entries: [
      { to: "/book", label: "My book", icon: BookMarked, needs: "book.today" },
      { to: "/accounts", label: "Accounts", icon: Building2, needs: "accounts.list" },
      { to: "/lifecycle", label: "Lifecycle", icon: Kanban, needs: "lifecycle.board" },
      { to: "/risk", label: "At risk", icon: CircleAlert, needs: "health.queue" },
      { to: "/health", label: "Health", icon: HeartPulse, needs: "health.overview" },
      { to: "/handoffs", label: "Handoffs", icon: Handshake, needs: "handoffs.list" },
      { to: "/tasks", label: "Tasks", icon: ListTodo, needs: "tasks.list" },
      { to: "/plays", label: "Plays", icon: Play, needs: "plays.catalogue" },
      { to: "/product/adoption", label: "Adoption", icon: ListChecks, needs: "features.adoption" },
      { to: "/inbox", label: "Inbox", icon: Inbox, needs: "inbox.list" },
    ],
  },
  {
    title: "Pay",
    entries: [{ to: "/comp", label: "Compensation", icon: Wallet, needs: "comp.statements" }],
  },
  {
    title: "Glossary",
    entries: [
      { to: "/glossary", label: "Terms", icon: BookOpen, needs: "glossary.list", exact: true },
      { to: "/glossary/sessions", label: "Sessions", icon: MessagesSquare, needs: "sessions.list" },
      { to: "/glossary/divergence", label: "Divergence", icon: Diff, needs: "divergence.report" },
    ],
  },
  {
    title: "Data",
    entries: [
      { to: "/data/imports", label: "Imports", icon: Upload, needs: "imports.list" },
      { to: "/data/sources", label: "Sources", icon: Cable, needs: "sources.list" },
      { to: "/data/usage", label: "Usage", icon: Cable, needs: "usage.sources" },
      { to: "/data/quality", label: "Quality", icon: ListChecks, needs: "quality.checks" },
      { to: "/data/labels", label: "Labels", icon: Tag, needs: "divergence.labels" },
    ],
  },
];

const settings: Entry = {
  to: "/settings",
  label: "Settings",
  icon: Settings,
  needs: "account.preferences",
};

interface Props {
  narrow?: boolean;
  onNavigate?: () => void;
}

/** The pages one may read, in groups; a group without any is absent. The settings stand apart, below. */
export function Navigation({ narrow = false, onNavigate }: Props) {
  const shown = pageGroups
    .map((group) => ({ ...group, entries: group.entries.filter(({ needs }) => mayI(needs)) }))
    .filter((group) => group.entries.length > 0);
  return (
    <>
      {shown.map((group) => (
        <div key={group.title} className="mt-4">
          <h2 className={cx("px-2 text-2xs leading-6 font-medium text-subtle", narrow && "sr-only")}>
            {group.title}
          </h2>
          <Entries entries={group.entries} narrow={narrow} onNavigate={onNavigate} />
        </div>
      ))}
      <div className="mt-4 border-t border-line pt-3">
        <Entries entries={[settings]} narrow={narrow} onNavigate={onNavigate} />
      </div>
    </>
  );
}

interface EntriesProps {
  entries: readonly Entry[];
  narrow: boolean;
  onNavigate: (() => void) | undefined;
}

function Entries({ entries, narrow, onNavigate }: EntriesProps) {
  return (
    <ul>
      {entries.map(({ to, label, icon: Icon, exact = false }) => (
        <li key={to}>
          <Link
            to={to}
            onClick={onNavigate}
            title={narrow ? label : undefined}
            activeOptions={{ exact, includeSearch: false }}
            activeProps={{ className: "bg-selected font-medium text-fg!" }}
            className="flex h-7 items-center gap-2.5 rounded-control px-2 text-xs text-muted hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-11"
          >
            <Icon size={16} strokeWidth={1.5} aria-hidden className="flex-none" />
            <span className={cx(narrow && "sr-only")}>{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
