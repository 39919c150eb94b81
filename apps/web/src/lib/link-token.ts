import { useEffect, useState } from "react";

/** Takes a link's token, its fragment or `token=`, out of the address, so that it stays in no history and no screenshot. */
function takeToken(): string {
  const url = new URL(location.href);
  const token = url.searchParams.get("token") ?? decodeURIComponent(url.hash.slice(1));
  if (token === "") return "";
  url.searchParams.delete("token");
  url.hash = "";
  history.replaceState(history.state, "", url);
  return token;
}

const kept = "termwise.link-token";

/** Keeps a link's token for this page while one signs in or out, in this tab only. */
export function keepLinkToken(token: string): void {
  sessionStorage.setItem(kept, token);
}

/** The token kept by {@link keepLinkToken}, once. */
function takeKept(): string {
  const token = sessionStorage.getItem(kept) ?? "";
  sessionStorage.removeItem(kept);
  return token;
}

let taken: { pathname: string; token: string } | null = null;

/** The token a link brought to this page; empty when there was none. A link opened over the same page counts too. */
export function useLinkToken(): string {
  const [token, setToken] = useState(() => {
    const found = takeToken() || takeKept();
    // React may call this twice for one page: the second time the address is clean already.
    if (found !== "") taken = { pathname: location.pathname, token: found };
    return taken?.pathname === location.pathname ? taken.token : "";
  });
  useEffect(() => {
    const take = () => {
      const found = takeToken();
      if (found !== "") setToken(found);
    };
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);
  return token;
}
