import { useState } from "react";
import { dayText } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Withdraw } from "../../ui/withdraw.tsx";
import { type Entry, type Handoff, mayRecord, type Recording } from "./handoff.ts";

interface Props {
  handoff: Handoff;
  recording: Recording;
}

/** The account passed to whoever keeps it, against its day. */
export function Ownership({ handoff, recording }: Props) {
  const [asking, setAsking] = useState(false);
  const { ownership, onePerson } = handoff;
  const { moved, dueOn } = ownership;
  return (
    <section aria-labelledby="ownership-title" className="card px-4 pt-3 pb-3 text-xs">
      <h2 id="ownership-title" className="text-sm font-semibold">
        Ownership
      </h2>
      {moved ? (
        <div className="mt-1 flex items-start justify-between gap-2">
          <p>
            Passed to <span className="font-medium">{moved.to}</span> on{" "}
            <span className="num">{dayText(moved.on)}</span>
            {moved.on > dueOn && <span className="text-negative">, after its day</span>}.
          </p>
          {mayRecord() && (
            <Withdraw
              title="Withdraw the transfer?"
              note="The account then was not passed on. The reason is kept."
              name="Withdraw the transfer"
              onWithdraw={(reason) => recording.withdraw(moved.entryId, reason)}
            />
          )}
        </div>
      ) : (
        <>
          <p className="num mt-1 text-muted">
            To be passed on by {dayText(dueOn)}.{" "}
            {onePerson && "The account has no CSM: whoever sold it can keep it, from then on to retain it."}
          </p>
          {mayRecord() && (
            <Button className="mt-2" aria-haspopup="dialog" onClick={() => setAsking(true)}>
              Pass the account on
            </Button>
          )}
        </>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Pass the account on"
        note="From now on they answer for it, and the AE is released."
      >
        {asking && <MoveForm handoff={handoff} recording={recording} onDone={() => setAsking(false)} />}
      </Dialog>
    </section>
  );
}

function MoveForm({ handoff, recording, onDone }: Props & { onDone: () => void }) {
  const form = useForm({
    start: { to: handoff.keeper ?? "" },
    check: ({ to }) => ({
      to: to.trim() === "" ? "Say who answers for the account from now on." : undefined,
    }),
    send: async ({ to }) => {
      await recording.record({
        of: "ownership_moved",
        from: handoff.ae,
        to: to.trim(),
        close: handoff.close.id,
      } as Entry);
      onDone();
      return undefined;
    },
  });
  return (
    <Form form={form}>
      <TextField {...form.field("to")} label="To" maxLength={200} autoComplete="off" autoFocus />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Pass on</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
