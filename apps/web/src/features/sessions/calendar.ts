/** What a calendar is told of a session. */
export interface Appointment {
  readonly id: string;
  readonly title: string;
  /** When it begins, a moment in UTC. */
  readonly startsAt: string;
  readonly minutes: number;
  /** Where it is held: its own page. */
  readonly address: string;
  /** When this was written down, a moment in UTC. */
  readonly at: string;
}

/** Characters a calendar file gives a meaning to. */
const plain = (text: string): string => text.replace(/[\\;,]/g, (found) => `\\${found}`).replace(/\s+/g, " ");

const stamp = (at: Date): string => `${at.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;

/** Lines of a calendar file are at most 75 bytes long; what is longer goes on in the next, after a blank. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of line) {
    if (new TextEncoder().encode(piece + letter).length > 73) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece].join("\r\n ");
}

/** A session as a calendar file (RFC 5545), for whatever calendar somebody keeps. */
export function calendarText({ id, title, startsAt, minutes, address, at }: Appointment): string {
  const begin = new Date(startsAt);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Termwise//Sessions//EN",
    "BEGIN:VEVENT",
    `UID:${id}@termwise`,
    `DTSTAMP:${stamp(new Date(at))}`,
    `DTSTART:${stamp(begin)}`,
    `DTEND:${stamp(new Date(begin.getTime() + minutes * 60_000))}`,
    `SUMMARY:${plain(title)}`,
    `URL:${address}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
