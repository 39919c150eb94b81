/** Addresses of the doors: one never returns to them after signing in. */
const doors = ["/sign-in", "/reset", "/invitation", "/setup", "/second-factor"];

/** Whether an address is one of the doors, which stand outside the shell. */
export function isDoor(pathname: string): boolean {
  return doors.includes(pathname.replace(/\/+$/, "") || "/");
}

/**
 * The page to go to after signing in: the path asked for, if it is a page of this product, else the start page. A full
 * address, another host, another scheme and `//host` lead nowhere else: only path, parameters and fragment are kept.
 */
export function ownPath(asked: unknown, origin = location.origin): string {
  if (typeof asked !== "string" || !asked.startsWith("/")) return "/";
  const url = URL.parse(asked, origin);
  if (!url || url.origin !== origin || url.pathname.startsWith("/api/")) return "/";
  // An invitation may have to wait until one has signed in.
  if (isDoor(url.pathname) && url.pathname !== "/invitation") return "/";
  return url.pathname + url.search + url.hash;
}
