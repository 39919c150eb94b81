import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

/** The anchor the address names. Brings its place into sight once it is there: what it belongs to came after the page. */
export function useAnchor(): string {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (hash !== "") document.getElementById(hash)?.scrollIntoView({ block: "start" });
  }, [hash]);
  return hash;
}
