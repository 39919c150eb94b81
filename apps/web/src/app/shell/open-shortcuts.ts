import type { Shortcut } from "../../lib/shortcuts.ts";
import { mayI } from "../../lib/who.ts";

/** Whether a shortcut leads somewhere this person may go. */
export const isOpenShortcut = (shortcut: Shortcut): boolean => !("needs" in shortcut) || mayI(shortcut.needs);
