import { type ReactNode, useState } from "react";
import { endSecondFactor, renewRecoveryCodes } from "../../../lib/doors-api.ts";
import { useWho } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { CopyOnce } from "../../../ui/copy-once.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { ConfirmedByPassword } from "./confirmed-by-password.tsx";

interface Props {
  /** The steps that set it up; the last one calls `onDone`. */
  enrolment: (onDone: () => void) => ReactNode;
  onChanged: () => void;
}

/** The second factor: whether it is on, and what can be done about it. */
export function SecondFactor({ enrolment, onChanged }: Props) {
  const { user } = useWho();
  const [enrolling, setEnrolling] = useState(false);
  const done = () => {
    setEnrolling(false);
    onChanged();
  };
  return (
    <FormSection
      title="Second factor"
      note="Besides the password, a code of an authenticator app. A password that leaks is then not enough."
      tools={user.secondFactor ? <Chip tone="positive">On</Chip> : <Chip tone="warning">Off</Chip>}
    >
      <div className="flex flex-wrap gap-2">
        {user.secondFactor ? (
          <>
            <ConfirmedByPassword
              label="New recovery codes"
              title="Make new recovery codes?"
              note="The codes you have now stop working."
              verb="Make new codes"
              onConfirm={async (password) => {
                const codes = await renewRecoveryCodes(password);
                onChanged();
                return <RecoveryCodes codes={codes} />;
              }}
            />
            <ConfirmedByPassword
              label="Turn off"
              title="Turn the second factor off?"
              note="Signing in will ask for the password only. Your other sessions end."
              verb="Turn off"
              look="danger"
              onConfirm={async (password) => {
                await endSecondFactor(password);
                onChanged();
                return null;
              }}
            />
          </>
        ) : (
          <Button aria-haspopup="dialog" look="primary" onClick={() => setEnrolling(true)}>
            Set up
          </Button>
        )}
      </div>
      <Dialog open={enrolling} onClose={done} title="Set up a second factor">
        {enrolment(done)}
      </Dialog>
    </FormSection>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <p role="status" className="mb-3 text-xs">
        Keep these where you keep passwords: each opens this account once, if the app is lost. The codes you
        had before no longer work.
      </p>
      <CopyOnce
        label="Recovery codes"
        value={codes.join("\n")}
        lines={codes.length}
        file="termwise-recovery-codes.txt"
      />
    </>
  );
}
