/** A column of a text table: numbers stand to the right. */
export interface Column {
  readonly title: string;
  readonly right?: boolean;
}

/** Rows as aligned text under their titles, two spaces between columns. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, i) =>
    Math.max(column.title.length, ...rows.map((row) => (row[i] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ right }, i) => {
        const [cell, width] = [cells[i] ?? "", widths[i] ?? 0];
        return right ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return [line(columns.map((column) => column.title)), ...rows.map(line)].join("\n");
}
