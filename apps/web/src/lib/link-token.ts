import { useState } from "react";

/** Takes the token of a mailed link out of the address, so that it stays in no history and no screenshot. */
function takeToken(): string {
  const url = new URL(location.href);
  const token = url.searchParams.get("token") ?? new URLSearchParams(url.hash.slice(1)).get("token") ?? "";
  if (token === "") return "";
  url.searchParams.delete("token");
  url.hash = "";
  history.replaceState(history.state, "", url);
  return token;
}

let taken: { pathname: string; token: string } | null = null;

/** The token a link brought to this page; empty when there was none. */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const found = takeToken();
    // React may call this twice for one page: the second time the address is clean already.
    if (found !== "") taken = { pathname: location.pathname, token: found };
    return taken?.pathname === location.pathname ? taken.token : "";
  });
  return token;
}
