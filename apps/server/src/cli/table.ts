/** A column of a text table: numbers stand to the right. */
export interface Column {
  readonly title: string;
  readonly right?: boolean;
}

/** Rows as aligned text under their titles, two spaces between columns. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  // One after another: a list of a hundred thousand movements is too long to be handed over as arguments.
  const widths = columns.map((column, i) =>
    rows.reduce((widest, row) => Math.max(widest, (row[i] ?? "").length), column.title.length),
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
