import { useEffect, useState } from "react";

/** Milliseconds without a key after which somebody has typed what they mean. */
export const pause = 150;

/** What is typed, once no key has followed for a moment: what asks the server does not ask at every letter. */
export function useAfterPause(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
