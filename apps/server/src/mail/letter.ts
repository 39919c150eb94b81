/** One mail to one person, as plain text and as simple HTML that says the same. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a letter says: paragraphs, and at most one thing to do, as a link. */
export interface LetterBody {
  readonly subject: string;
  readonly before: readonly string[];
  readonly link?: { readonly label: string; readonly address: string };
  readonly after: readonly string[];
}

/** Writes a letter out. What people typed must have gone through {@link shown} before. */
export function letter(to: string, { subject, before, link, after }: LetterBody): Letter {
  const lines = [...before, ...(link ? [`${link.label}:\n${webAddress(link.address)}`] : []), ...after];
  const parts = [
    ...before.map(paragraph),
    ...(link ? [`<p><a href="${escaped(webAddress(link.address))}">${escaped(link.label)}</a></p>`] : []),
    ...after.map(paragraph),
  ];
  return {
    to,
    subject: subject.slice(0, 150),
    text: `${lines.join("\n\n")}\n\nTermwise\n`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>${parts.join("")}<p>Termwise</p></body></html>`,
  };
}

/**
 * What somebody typed, as it may stand in a letter: one line, without signs that turn or hide text, at most 80
 * characters, and nothing that a mail program would make a link of, because whoever invites must not be able to
 * send a letter of their own in our name.
 */
export function shown(typed: string): string {
  const line = typed
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[a-z][a-z0-9+.-]*:\/+|www\./gi, "")
    .replace(/([\p{L}\p{N}])\.(?=\p{L}{2})/gu, "$1 ")
    .trim();
  const points = [...line];
  return points.length > 80 ? `${points.slice(0, 79).join("")}…` : line;
}

/** An instant as people read it, in UTC: `25 November 2026, 14:00 UTC`. */
export function moment(at: string): string {
  const parts = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat("en-GB", parts).format(new Date(at)).replace(" at ", ", ")} UTC`;
}

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

/** Only addresses of the web are made links of; a wrong one is a mistake of ours. */
function webAddress(address: string): string {
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new Error("a link of a letter leads to the web");
  return url.href;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
