import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../lib/class-names.ts";
import type { Cell } from "../lib/exports/cell.ts";
import { ScrollRegion } from "./scroll-region.tsx";

/** A column: its header, what a row shows in it, and where it may give way on a narrow screen. */
export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  footer?: ReactNode;
  /** What the cell stands for, exactly: exports take it, and the printed text where there is none. */
  value?: (row: Row) => Cell;
  numeric?: boolean;
  /** The field the server sorts by. */
  sort?: string;
  /** Classes for header and cells, such as where the column is left out. */
  className?: string;
}

interface Props<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: string;
  onSort?: (sort: string) => void;
  tall?: boolean;
  footer?: boolean;
  /** The table scrolls sideways inside its own region. */
  scrollable?: boolean;
  className?: string;
}

/** A real table: caption, row headers, sort buttons that say their state, numbers on the right. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, sort, onSort, tall, footer, scrollable = true, className } = props;
  const table = (
    <table
      className={cx("table", tall && "tall", scrollable && "sticky-first", !footer && "open-end", className)}
    >
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" className={column.className} {...typedOf(column, row)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  className={cx(column.numeric && "num", column.className)}
                  {...typedOf(column, row)}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {footer && (
        <tfoot>
          <tr>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" className={column.className}>
                  {column.footer}
                </th>
              ) : (
                <td key={column.key} className={cx(column.numeric && "num", column.className)}>
                  {column.footer}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (!scrollable) return table;
  return (
    <ScrollRegion label={caption} className="overflow-x-auto">
      {table}
    </ScrollRegion>
  );
}

function typedOf<Row>({ value }: Column<Row>, row: Row): { "data-cell"?: string } {
  return value ? { "data-cell": JSON.stringify(value(row)) } : {};
}

interface HeaderProps<Row> {
  column: Column<Row>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const field = column.sort;
  if (!field || !onSort)
    return (
      <th scope="col" data-key={column.key} className={cx(column.numeric && "num", column.className)}>
        {column.header}
      </th>
    );
  const state = sort === field ? "ascending" : sort === `-${field}` ? "descending" : "none";
  const next =
    state === "descending"
      ? field
      : state === "ascending"
        ? `-${field}`
        : column.numeric
          ? `-${field}`
          : field;
  const Arrow = state === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      data-key={column.key}
      aria-sort={state}
      className={cx(column.numeric && "num", column.className)}
    >
      <button
        type="button"
        onClick={() => onSort(next)}
        className={cx(
          "group inline-flex h-6 items-center gap-1 rounded-sm hover:text-fg",
          state !== "none" && "text-fg",
          column.numeric && "flex-row-reverse",
        )}
      >
        {column.header}
        <Arrow
          size={12}
          strokeWidth={1.75}
          aria-hidden
          className={cx(
            state === "none" && "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60",
          )}
        />
      </button>
    </th>
  );
}
