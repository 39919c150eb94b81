import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { count } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { CopyOnce } from "../../../ui/copy-once.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { TextField } from "../../../ui/text-field.tsx";

type Verdict = Outputs["audit"]["verify"];

/** A button that has every hash of the log recomputed, and shows what came of it. */
export function VerifyLog() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Verify the log
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Verify the log"
        note="Each entry carries the hash of the one before it. All are computed again, from the first to the last."
      >
        <Verification onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Verification({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const form = useForm({
    start: { seq: "", hash: "" },
    check: ({ seq, hash }) => {
      if (seq.trim() === "" && hash.trim() === "") return {};
      return {
        seq: /^[1-9]\d*$/.test(seq.trim()) ? undefined : "Enter the number of the entry.",
        hash: /^[0-9a-f]{64}$/i.test(hash.trim()) ? undefined : "Enter its hash, 64 characters.",
      };
    },
    send: async ({ seq, hash }) => {
      setVerdict(null);
      const noted = seq.trim() === "" ? undefined : { seq: Number(seq), hash: hash.trim().toLowerCase() };
      const asked = trpc.audit.verify.queryOptions(noted);
      setVerdict(await client.fetchQuery({ ...asked, staleTime: 0 }));
      return undefined;
    },
  });
  return (
    <Form form={form} label="Verify the log">
      <p className="mb-2 text-xs text-muted">
        With an entry you noted elsewhere before, it also shows whether the end was cut off or all of it
        written anew.
      </p>
      <div className="grid gap-x-4 sm:grid-cols-[112px_minmax(0,1fr)]">
        <TextField {...form.field("seq")} label="Entry" optional inputMode="numeric" autoComplete="off" />
        <TextField
          {...form.field("hash")}
          label="Hash"
          optional
          autoComplete="off"
          spellCheck={false}
          className="font-mono text-xs!"
        />
      </div>
      <Told verdict={verdict} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>{form.busy ? "Verifying" : verdict ? "Verify again" : "Verify"}</Submit>
        <Button size="large" onClick={onClose}>
          Close
        </Button>
      </Actions>
    </Form>
  );
}

function Told({ verdict }: { verdict: Verdict | null }) {
  if (verdict === null) return <FormMessage text={null} tone="positive" />;
  if (!verdict.ok)
    return (
      <FormMessage
        text={`The log is not whole. ${verdict.why}: entry ${count(verdict.seq)}. ${count(verdict.count)} entries before it fit.`}
      />
    );
  return (
    <>
      <FormMessage
        tone="positive"
        text={`The log is whole: ${count(verdict.count)} entries fit, from the first to the last.`}
      />
      {verdict.count > 0 && (
        <div className="mt-3">
          <CopyOnce
            label="To note elsewhere"
            value={`${verdict.count} ${verdict.lastHash}`}
            lines={4}
            again
            note="Number and hash of the last entry, for a later check."
          />
        </div>
      )}
    </>
  );
}
