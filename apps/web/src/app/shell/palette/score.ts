/**
 * How well a text is what somebody types: higher is better, null is not at all. Whole beginnings come before beginnings of
 * words, those before initials, and letters that merely follow each other come last; of equals the shorter text is meant.
 */
export function score(typed: string, text: string): number | null {
  const [asked, label] = [plain(typed), plain(text)];
  if (asked === "") return 0;
  const shorter = 1 - Math.min(label.length, 99) / 100;
  if (label.startsWith(asked)) return 5 + shorter;
  const words = label.split(/[\s/&,.()-]+/);
  if (words.some((word) => word.startsWith(asked))) return 4 + shorter;
  const parts = asked.split(" ");
  if (parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part))))
    return 3 + shorter;
  if (
    words
      .map((word) => word[0] ?? "")
      .join("")
      .startsWith(asked)
  )
    return 2.5 + shorter;
  if (label.includes(asked)) return 2 + shorter;
  return follows(asked, label) ? shorter : null;
}

/** Without case and accents. */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** Whether letters stand in a text in their order; of fewer than three nearly every text has them. */
function follows(letters: string, text: string): boolean {
  if (letters.length < 3) return false;
  let at = 0;
  for (const letter of text) if (letter === letters[at]) at += 1;
  return at === letters.length;
}
