import { useSingleKeys } from "./use-session-keys.ts";

/** The key that does the same, where single keys are on and there is a keyboard. */
export function KeyHint({ children }: { children: string }) {
  if (!useSingleKeys()) return null;
  return (
    <kbd
      aria-hidden
      className="inline-block min-w-5 rounded-control border border-current px-1 text-center font-mono text-2xs font-normal opacity-70 max-sm:hidden pointer-coarse:hidden"
    >
      {children}
    </kbd>
  );
}
