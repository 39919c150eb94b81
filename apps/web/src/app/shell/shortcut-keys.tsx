import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { usePreferences } from "../../lib/preferences.ts";
import { isTyping, modified, pressed, type Shortcut, sequencePause } from "../../lib/shortcuts.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { later, useFetchedSoon } from "../../ui/later.tsx";
import { isOpenShortcut } from "./open-shortcuts.ts";
import { askForPalette } from "./palette-button.tsx";

const ShortcutSheet = later(async () => (await import("./shortcut-sheet.tsx")).ShortcutSheet);
const Palette = later(async () => (await import("./palette/palette.tsx")).Palette);
const running = () => import("./run-shortcut.ts");

const soon = [Palette];

/** Listens for keys and sequences of them, single ones unless they are switched off; lists them and opens the palette on request. */
export function ShortcutKeys() {
  const { preferences } = usePreferences();
  const [open, setOpen] = useState<"list" | "palette" | null>(null);
  const before = useRef<{ keys: string[]; at: number }>({ keys: [], at: 0 });
  const navigate = useNavigate();
  const { change } = useSearchState();
  const on = preferences?.singleKeys ?? false;
  useFetchedSoon(soon);
  useEffect(() => {
    const does = (shortcut: Shortcut) => {
      if (shortcut.does === "list" || shortcut.does === "palette") setOpen(shortcut.does);
      else if (shortcut.does === "go") void navigate({ to: shortcut.to });
      else
        void running().then(({ runShortcut }) =>
          runShortcut(shortcut, { change, toAccounts: () => navigate({ to: "/accounts" }) }),
        );
    };
    const listen = (event: KeyboardEvent) => {
      const held = event.isComposing || event.defaultPrevented ? undefined : modified(event);
      if (held) {
        event.preventDefault();
        if (document.querySelector("dialog[open]") === null) does(held);
        return;
      }
      if (!on || isTyping(event)) return;
      const recent = event.timeStamp - before.current.at < sequencePause ? before.current.keys : [];
      const { shortcut, pending } = pressed(recent, event.key);
      before.current = { keys: pending, at: event.timeStamp };
      if (!shortcut || !isOpenShortcut(shortcut)) return;
      event.preventDefault();
      does(shortcut);
    };
    const ask = () => setOpen("palette");
    document.addEventListener("keydown", listen);
    addEventListener(askForPalette, ask);
    return () => {
      document.removeEventListener("keydown", listen);
      removeEventListener(askForPalette, ask);
    };
  }, [on, navigate, change]);
  if (open === "list") return <ShortcutSheet onClose={() => setOpen(null)} />;
  return open && <Palette onClose={() => setOpen(null)} onKeys={() => setOpen("list")} />;
}
