import { ChevronLeft, ChevronRight } from "lucide-react";
import { count } from "../lib/format.ts";

interface Props {
  /** What is paged, as in "Pages of movements". */
  of: string;
  page: number;
  pageSize: number;
  /** How many there are on all pages. */
  total: number;
  onGo: (page: number) => void;
}

/** The way to the page before and the one after; nothing where there is one page alone. */
export function Pages({ of, page, pageSize, total, onGo }: Props) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return null;
  return (
    <nav aria-label={`Pages of ${of}`} className="flex items-center gap-1">
      <button
        type="button"
        className="icon-button disabled:opacity-40"
        aria-label="Previous page"
        disabled={page <= 1}
        onClick={() => onGo(page - 1)}
      >
        <ChevronLeft size={16} strokeWidth={1.5} aria-hidden />
      </button>
      <span className="num text-2xs text-muted">
        Page {count(page)} of {count(last)}
      </span>
      <button
        type="button"
        className="icon-button disabled:opacity-40"
        aria-label="Next page"
        disabled={page >= last}
        onClick={() => onGo(page + 1)}
      >
        <ChevronRight size={16} strokeWidth={1.5} aria-hidden />
      </button>
    </nav>
  );
}
