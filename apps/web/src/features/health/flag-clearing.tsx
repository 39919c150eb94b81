import { Dialog } from "../../ui/dialog.tsx";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { useHealthWrites } from "./health.ts";

interface Props {
  /** The flag to clear; null: none is. */
  flag: { accountId: string; entryId: string; title: string } | null;
  onClose: () => void;
}

/** Clears a red flag with the reason that is kept of it. */
export function FlagClearing({ flag, onClose }: Props) {
  const { clear } = useHealthWrites();
  return (
    <Dialog
      open={flag !== null}
      onClose={onClose}
      title="Clear the red flag"
      note={flag ? `${flag.title}. It stays on record with your reason.` : undefined}
    >
      {flag && (
        <ReasonForm
          label="Clear"
          onGiven={(reason) =>
            clear({ accountId: flag.accountId, entryId: flag.entryId, reason } as Parameters<typeof clear>[0])
          }
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
