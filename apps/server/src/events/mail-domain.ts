/** Where everybody has an address: such a domain says nothing of whom somebody works for. */
const everybodys = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
  "yahoo.com",
  "icloud.com",
  "me.com",
  "aol.com",
  "gmx.de",
  "gmx.net",
  "web.de",
  "proton.me",
  "protonmail.com",
  "mail.ru",
  "yandex.ru",
  "qq.com",
  "163.com",
]);

/** The domain of a mail address that can tell whom somebody works for; null where it tells nothing. */
export function domainOf(email: string): string | null {
  const [, domain] = /^[^@\s]+@([a-z0-9][a-z0-9.-]{0,250}\.[a-z]{2,})$/i.exec(email.trim()) ?? [];
  const known = domain?.toLowerCase() ?? null;
  return known === null || everybodys.has(known) ? null : known;
}
