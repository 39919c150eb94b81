import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { compactMoney, count, counted, exactNumber } from "../../lib/format.ts";
import { mayI } from "../../lib/who.ts";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import type { Book } from "./book.ts";

/** What the book amounts to: sums of the list below. */
export function BookStrip({ book: { totals, currency, left } }: { book: Book }) {
  const { renewals, tasks, quiet, gaps, accounts, health, flags } = totals;
  const amount = (minor: string) => (currency ? compactMoney(minor, currency) : "—");
  return (
    <section
      aria-label="The book in figures"
      className="card grid grid-cols-2 gap-y-1 @[32rem]/page:grid-cols-4 @[60rem]/page:grid-cols-7 @[60rem]/page:divide-x @[60rem]/page:divide-line"
    >
      <Tile
        label={
          <OpensPanel panel="def:book-of-business" data-definition="" className="term leading-6">
            ARR in book
          </OpensPanel>
        }
        value={amount(totals.arr)}
        note={`${counted(accounts, "account")}${left > 0 ? `, ${count(left)} left` : ""}`}
      />
      <Tile
        label={
          <OpensPanel panel="def:health-score" data-definition="" className="term leading-6">
            Health
          </OpensPanel>
        }
        value={health.score === null ? "—" : exactNumber(health.score)}
        note={`by ARR, of ${counted(health.accounts, "account")} known whole`}
      />
      <Tile
        label={
          <OpensPanel panel="def:red-flag" data-definition="" className="term leading-6">
            Red flags
          </OpensPanel>
        }
        value={count(flags)}
        bad={flags > 0}
        note="open"
      />
      <Tile
        label={`Renewals, ${renewals.days} d`}
        value={amount(renewals.arr)}
        note={counted(renewals.accounts, "account")}
      />
      <Tile
        label="Overdue tasks"
        value={count(tasks.overdue)}
        bad={tasks.overdue > 0}
        note={`of ${counted(tasks.open, "open task")}`}
      />
      <Tile label="Out of touch" value={count(quiet)} bad={quiet > 0} note="for longer than agreed" />
      <Tile
        label="Without an owner"
        value={count(gaps)}
        bad={gaps > 0}
        note={
          mayI("coverage.gaps") ? (
            <Link to="/accounts/gaps" className="inline-flex min-h-6 items-center text-link underline">
              Ownership gaps
            </Link>
          ) : (
            "for something"
          )
        }
      />
    </section>
  );
}

interface TileProps {
  label: ReactNode;
  value: string;
  note: ReactNode;
  bad?: boolean;
}

function Tile({ label, value, note, bad = false }: TileProps) {
  return (
    <div className="min-w-0 px-4 py-3">
      <div className="flex min-h-6 items-center text-xs text-muted">{label}</div>
      <p className={cx("figure num", bad && "text-negative")}>{value}</p>
      <p className="num text-2xs text-subtle">{note}</p>
    </div>
  );
}
