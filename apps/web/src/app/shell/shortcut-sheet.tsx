import { Dialog } from "../../ui/dialog.tsx";
import { ShortcutList } from "../../ui/shortcut-list.tsx";
import { isOpenShortcut } from "./open-shortcuts.ts";

/** The list of shortcuts that lead somewhere for this person; fetched when it is asked for. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title="Keyboard shortcuts"
      note="Single keys can be switched off in your profile. None of those fires while you type."
    >
      <ShortcutList open={isOpenShortcut} />
      <p className="mt-3 text-2xs text-subtle">
        On the board M moves the card in focus, and arrows lead from card to card. In a list of things to do J
        and K move, Enter opens, E is done, H puts off, C records, X completes. Ctrl or ⌘ with Z takes the
        last thing back, with P prints; Esc closes what is open. In a session Space holds the timer, → goes
        on, R reveals, 1 to 3 say what was found, P parks. Ctrl or ⌘ with Enter sends a form from its text.
      </p>
    </Dialog>
  );
}
