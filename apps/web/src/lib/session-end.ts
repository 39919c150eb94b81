import { isDoor } from "./own-path.ts";

/** A page the browser kept whole while one was elsewhere, perhaps signing out, is loaded anew before it is seen again. */
export function distrustKeptPages(): void {
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}

/**
 * Goes to the sign-in page when the server no longer knows the session, and remembers the page to return to. The page is
 * loaded anew, so that nothing the last reader saw stays in memory.
 */
export function sessionEnded(): void {
  if (isDoor(location.pathname)) return;
  const to = location.pathname + location.search + location.hash;
  location.replace(`/sign-in?why=ended&to=${encodeURIComponent(to)}`);
}
