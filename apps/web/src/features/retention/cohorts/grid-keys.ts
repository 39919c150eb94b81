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
 * the focus at its last cell, one without cells is passed over. `null`: the key is not the grid's.
 */
export function nextCell(
  { key, ctrlKey, metaKey }: Key,
  { row, age }: At,
  lengths: readonly number[],
): At | null {
  const all = ctrlKey || metaKey;
  const end = (of: number) => Math.max(0, (lengths[of] ?? 1) - 1);
  const filled = lengths.flatMap((length, index) => (length > 0 ? [index] : []));
  const last = filled.at(-1) ?? 0;
  const to = (step: number): At => {
    const place = Math.min(filled.length - 1, Math.max(0, filled.indexOf(row) + step));
    const there = filled[place] ?? row;
    return { row: there, age: Math.min(age, end(there)) };
  };
  switch (key) {
    case "ArrowRight":
      return { row, age: Math.min(age + 1, end(row)) };
    case "ArrowLeft":
      return { row, age: Math.max(age - 1, 0) };
    case "ArrowDown":
      return to(1);
    case "ArrowUp":
      return to(-1);
    case "PageDown":
      return to(5);
    case "PageUp":
      return to(-5);
    case "Home":
      return { row: all ? (filled[0] ?? 0) : row, age: 0 };
    case "End":
      return all ? { row: last, age: end(last) } : { row, age: end(row) };
    default:
      return null;
  }
}

/** The cell that takes the focus: the one that had it while it is there, else the first there is. */
export function focusableCell(at: At, lengths: readonly number[]): At {
  if (at.age < (lengths[at.row] ?? 0)) return at;
  return {
    row: Math.max(
      0,
      lengths.findIndex((length) => length > 0),
    ),
    age: 0,
  };
}
