import { Dialog } from "../../ui/dialog.tsx";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { type OneClose, usePeriodActions } from "./periods.ts";

interface Props {
  open: boolean;
  close: OneClose | undefined;
  onClose: () => void;
}

/** Reopening a close, with the reason that is kept. */
export function ReopenDialog({ open, close, onClose }: Props) {
  const { reopen } = usePeriodActions();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Reopen ${close?.period ?? "the period"}?`}
      note="It can then be closed again, as the next number. What this close froze stays readable."
    >
      {close && (
        <ReasonForm
          label="Reopen"
          onGiven={(reason) => reopen.mutateAsync({ number: close.number, reason })}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
