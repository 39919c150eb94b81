import { useState } from "react";
import { doorRefusal } from "../../lib/door-words.ts";
import { giveAppCode, giveRecoveryCode } from "../../lib/doors-api.ts";
import { Button } from "../../ui/button.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { CodeField } from "./code-field.tsx";
import { Door } from "./door.tsx";

interface Props {
  onEntered: () => void;
  onStartAgain: () => void;
}

/** The second half of signing in: the app's code, or one of the recovery codes. */
export function SecondFactor({ onEntered, onStartAgain }: Props) {
  const [recovery, setRecovery] = useState(false);
  return (
    <Door
      title={recovery ? "Recovery code" : "Second factor"}
      note={
        recovery
          ? "One of the codes you kept when the second factor was set up. Each works once. If they are lost too, whoever runs the server can take the second factor away."
          : "The six digits your authenticator app shows for Termwise."
      }
    >
      <CodeForm key={String(recovery)} recovery={recovery} onEntered={onEntered} />
      <div className="mt-4 flex flex-wrap justify-between gap-2 border-t border-line pt-3">
        <Button look="quiet" className="-ml-2.5 text-link" onClick={() => setRecovery(!recovery)}>
          {recovery ? "Use the app's code" : "Use a recovery code"}
        </Button>
        <Button look="quiet" className="-mr-2.5 text-link" onClick={onStartAgain}>
          Start again
        </Button>
      </div>
    </Door>
  );
}

function CodeForm({ recovery, onEntered }: { recovery: boolean; onEntered: () => void }) {
  const form = useForm({
    start: { code: "" },
    check: ({ code }) => ({ code: code.trim() === "" ? "Enter the code." : undefined }),
    send: async ({ code }) => {
      try {
        await (recovery ? giveRecoveryCode(code.trim()) : giveAppCode(code.replace(/\s/g, "")));
        onEntered();
        return undefined;
      } catch (error) {
        return doorRefusal(error, { 400: "code", 401: "code", 429: "code" });
      }
    },
  });
  return (
    <Form form={form} label={recovery ? "Recovery code" : "Second factor"}>
      <CodeField {...form.field("code")} recovery={recovery} />
      <FormMessage text={form.message} />
      <Submit busy={form.busy} className="mt-1 w-full">
        Sign in
      </Submit>
    </Form>
  );
}
