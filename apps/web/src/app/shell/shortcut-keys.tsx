import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { usePreferences } from "../../lib/preferences.ts";
import { isTyping, pressed, type Shortcut, sequencePause } from "../../lib/shortcuts.ts";
import { later } from "../../ui/later.tsx";
import { isOpenShortcut } from "./open-shortcuts.ts";

const ShortcutSheet = later(async () => (await import("./shortcut-sheet.tsx")).ShortcutSheet);

/** Listens for single keys and sequences of them, unless they are switched off, and lists them on request. */
export function ShortcutKeys() {
  const { preferences } = usePreferences();
  const [listed, setListed] = useState(false);
  const before = useRef<{ keys: string[]; at: number }>({ keys: [], at: 0 });
  const navigate = useNavigate();
  const on = preferences?.singleKeys ?? false;
  useEffect(() => {
    if (!on) return;
    const run = (shortcut: Shortcut) => {
      if (shortcut.does === "list") return setListed(true);
      if (shortcut.does === "go") return void navigate({ to: shortcut.to });
      const field = [...document.querySelectorAll<HTMLElement>("input[type=search]")].find((one) =>
        one.checkVisibility(),
      );
      if (field) return field.focus();
      void navigate({ to: "/accounts" }).then(() =>
        document.querySelector<HTMLElement>("input[type=search]")?.focus(),
      );
    };
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const recent = event.timeStamp - before.current.at < sequencePause ? before.current.keys : [];
      const { shortcut, pending } = pressed(recent, event.key);
      before.current = { keys: pending, at: event.timeStamp };
      if (!shortcut || !isOpenShortcut(shortcut)) return;
      event.preventDefault();
      run(shortcut);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [on, navigate]);
  return listed && <ShortcutSheet onClose={() => setListed(false)} />;
}
