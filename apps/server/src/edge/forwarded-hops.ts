/** What a request says about who called whom. */
export interface ForwardedHeaders {
  readonly forwarded: string | undefined;
  readonly xForwardedFor: string | undefined;
}

/** More hops than this are not read; those that count are the last. */
const mostHops = 20;

/**
 * The addresses a request was passed on from, the nearest last, as written; nothing when no header tells.
 * A proxy writes one of the two headers and lets the other pass as the caller sent it, so when both are there and
 * differ, neither can be believed: `null`.
 */
export function forwardedHops({ forwarded, xForwardedFor }: ForwardedHeaders): string[] | null {
  const x = xForwardedFor === undefined ? undefined : xForwardedFor.split(",").slice(-mostHops).map(bareHop);
  const f =
    forwarded === undefined ? undefined : forwarded.split(",").slice(-mostHops).map(forOf).map(bareHop);
  if (x && f && x.join() !== f.join()) return null;
  return x ?? f ?? [];
}

/** The `for` of one element of a Forwarded header (RFC 7239), or nothing readable. */
function forOf(element: string): string {
  for (const pair of element.split(";")) {
    const [, value] = /^\s*for\s*=\s*(.*?)\s*$/i.exec(pair) ?? [];
    if (value !== undefined) return value.replace(/^"(.*)"$/, "$1");
  }
  return "";
}

/** An address without brackets and port. */
function bareHop(text: string): string {
  const hop = text.trim();
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(hop)?.[1];
  return bracketed ?? /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/.exec(hop)?.[1] ?? hop;
}
