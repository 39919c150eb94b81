import { Download } from "lucide-react";
import { cx } from "../lib/class-names.ts";
import type { Sheet } from "../lib/exports/cell.ts";
import { later } from "./later.tsx";
import { Popover } from "./popover.tsx";

/** What is exported, and what it says of itself. */
export interface Exported {
  /** What the file is called after, beside whose it is and of when. */
  name: string;
  /** What it shows, as the audit log tells of it. */
  what: string;
  /** All rows, not only those in sight. */
  table: () => Promise<Sheet>;
  /** The terms whose definitions its figures are told by. */
  terms: readonly string[];
  /** The chart as it is shown, with the words around it; left out where there is none. */
  chart?: { element: () => HTMLElement; title: string; subtitle: string; summary: string };
  /** The currency of amounts, where they are told in one that the address does not name. */
  currency?: string;
}

const ExportItems = later(async () => (await import("./export-items.tsx")).ExportItems);

/** Saves a chart or a table as a file: an image exactly as shown, CSV, or a workbook with typed cells. */
export function ExportMenu({ exported, small = false }: { exported: Exported; small?: boolean }) {
  return (
    <Popover
      label={`Export ${exported.what}`}
      menu
      align="end"
      onOpen={ExportItems.fetch}
      className={cx("no-print border-line!", small && "h-6.5 text-2xs")}
      trigger={
        <>
          <Download size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
          <span className={cx("font-medium", small && "max-sm:sr-only")}>Export</span>
          <span className="sr-only">{exported.what}</span>
        </>
      }
    >
      {(close) => <ExportItems exported={exported} close={close} />}
    </Popover>
  );
}
