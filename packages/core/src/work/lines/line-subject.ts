/** As long as the subject of a line can be on record. */
const longest = 300;

/** The largest prime below 2^40: marks stay exact numbers. */
const prime = 1_099_511_627_689;

/** What tells a text from others that begin alike. */
function markOf(text: string): string {
  let mark = 0;
  for (let at = 0; at < text.length; at++) mark = (mark * 31 + text.charCodeAt(at)) % prime;
  return mark.toString(36);
}

/** What a line is about, short enough to be put off: of a text that is too long its beginning, and a mark of the whole. */
export function lineSubject(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 10)}~${markOf(text)}`;
}
