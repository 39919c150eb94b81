const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "qsdfghjklm",
  "zxcvbnm",
  "yxcvbnm",
  "wxcvbn",
];
const steps = new Set(rows.flatMap((row) => [...row].slice(1).map((sign, i) => `${row[i]}${sign}`)));

/** The shortest text that, repeated, gives this one: "abab" for "abababab" is "ab"; a text that repeats nothing is its own unit. A last repetition may be cut short. */
export function unitOf(text: string): string {
  const points = [...text];
  const length = points.findIndex(
    (_, size) => size > 0 && points.every((point, i) => point === points[i % size]),
  );
  return length > 0 && length * 2 <= points.length ? points.slice(0, length).join("") : text;
}

/** Whether more than half of a folded text lies in runs of three or more neighbours in the alphabet, among the digits or on a keyboard row, in one direction. */
export function mostlySequence(folded: string): boolean {
  const points = [...folded];
  let inRuns = 0;
  for (let from = 0; from < points.length; ) {
    const size = Math.max(runAt(points, from, false), runAt(points, from, true));
    if (size >= 3) inRuns += size;
    // A run may begin at the last sign of a shorter one, so only a long one is stepped over.
    from += size >= 3 ? size : 1;
  }
  return inRuns * 2 > points.length;
}

function runAt(points: readonly string[], from: number, backwards: boolean): number {
  let size = 1;
  for (;;) {
    const [here, next] = [points[from + size - 1], points[from + size]];
    if (next === undefined || !steps.has(backwards ? `${next}${here}` : `${here}${next}`)) return size;
    size += 1;
  }
}
