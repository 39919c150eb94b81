/** A cell of the grid: its row and its age. */
export interface At {
  row: number;
  age: number;
}

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
}

/**
 * Where a key leads from a cell, in a grid whose rows have these lengths: arrows to the neighbour, Home and End to the
 * ends of the row, with Ctrl to the first and the last cell of all, PageUp and PageDown five rows. A shorter row takes
 * the focus at its last cell. `null`: the key is not the grid's.
 */
export function nextCell(
  { key, ctrlKey, metaKey }: Key,
  { row, age }: At,
  lengths: readonly number[],
): At | null {
  const last = lengths.length - 1;
  const all = ctrlKey || metaKey;
  const end = (of: number) => Math.max(0, (lengths[of] ?? 1) - 1);
  const to = (of: number): At => {
    const there = Math.min(last, Math.max(0, of));
    return { row: there, age: Math.min(age, end(there)) };
  };
  switch (key) {
    case "ArrowRight":
      return { row, age: Math.min(age + 1, end(row)) };
    case "ArrowLeft":
      return { row, age: Math.max(age - 1, 0) };
    case "ArrowDown":
      return to(row + 1);
    case "ArrowUp":
      return to(row - 1);
    case "PageDown":
      return to(row + 5);
    case "PageUp":
      return to(row - 5);
    case "Home":
      return all ? { row: 0, age: 0 } : { row, age: 0 };
    case "End":
      return all ? { row: last, age: end(last) } : { row, age: end(row) };
    default:
      return null;
  }
}
