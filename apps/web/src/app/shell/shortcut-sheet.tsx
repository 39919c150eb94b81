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
      note="They can be switched off in your profile. None fires while you type."
    >
      <ShortcutList open={isOpenShortcut} />
    </Dialog>
  );
}
