import { useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { ReasonForm } from "./reason-form.tsx";

interface Props {
  /** What is taken back, as the title says it: "Withdraw the acceptance?" */
  title: string;
  /** What follows from it. */
  note: string;
  /** Read out in place of "Withdraw", where several buttons say the same. */
  name: string;
  onWithdraw: (reason: string) => Promise<void>;
}

/** A button that takes something on record back, with the reason that is kept. */
export function Withdraw({ title, note, name, onWithdraw }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="quiet" aria-label={name} aria-haspopup="dialog" onClick={() => setAsking(true)}>
        Withdraw
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={title} note={note}>
        <ReasonForm label="Withdraw" onGiven={onWithdraw} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
}
