import { useState } from "react";
import { doorRefusal } from "../../lib/door-words.ts";
import { beginSecondFactor, giveAppCode } from "../../lib/doors-api.ts";
import { Button } from "../../ui/button.tsx";
import { CopyOnce } from "../../ui/copy-once.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { CodeField } from "./code-field.tsx";
import { QrCode } from "./qr-code.tsx";

interface Begun {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

interface Props {
  /** Shown after the recovery codes, when everything is done. */
  doneLabel: string;
  onDone: () => void;
}

/** One function for all drawings: a new one would take the focus each time. */
const takeFocus = (element: HTMLElement | null) => element?.focus();

/** Sets up a second factor: the password once more, the app's first code, then the recovery codes to keep. */
export function SecondFactorEnrolment({ doneLabel, onDone }: Props) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [proven, setProven] = useState(false);
  if (begun === null) return <ConfirmPassword onBegun={setBegun} />;
  if (!proven) return <ScanAndProve uri={begun.totpURI} onProven={() => setProven(true)} />;
  return (
    <div>
      <p ref={takeFocus} tabIndex={-1} className="mb-3 rounded-sm text-xs">
        The second factor is on. Keep these recovery codes where you keep passwords: each opens this account
        once, if the app is lost.
      </p>
      <CopyOnce
        label="Recovery codes"
        value={begun.backupCodes.join("\n")}
        lines={begun.backupCodes.length}
        file="termwise-recovery-codes.txt"
      />
      <Button look="primary" size="large" className="mt-2 w-full pointer-coarse:h-11" onClick={onDone}>
        {doneLabel}
      </Button>
    </div>
  );
}

function ConfirmPassword({ onBegun }: { onBegun: (begun: Begun) => void }) {
  const form = useForm({
    start: { password: "" },
    check: ({ password }) => ({ password: password === "" ? "Enter the password." : undefined }),
    send: async ({ password }) => {
      try {
        onBegun(await beginSecondFactor(password));
        return undefined;
      } catch (error) {
        return doorRefusal(error, { 401: "password", 429: "password" });
      }
    },
  });
  return (
    <Form form={form} label="Confirm the password">
      <PasswordField
        {...form.field("password")}
        label="Your password"
        hint="Asked again, so that nobody else sets this up."
        autoComplete="current-password"
        autoFocus
      />
      <FormMessage text={form.message} />
      <Submit busy={form.busy} className="mt-1 w-full">
        Continue
      </Submit>
    </Form>
  );
}

/** The secret of a key address in groups of four, for typing. */
export function secretOf(uri: string): string {
  const secret = URL.parse(uri)?.searchParams.get("secret") ?? "";
  return secret.match(/.{1,4}/g)?.join(" ") ?? "";
}

function ScanAndProve({ uri, onProven }: { uri: string; onProven: () => void }) {
  const form = useForm({
    start: { code: "" },
    check: ({ code }) => ({ code: code.trim() === "" ? "Enter the code the app shows." : undefined }),
    send: async ({ code }) => {
      try {
        await giveAppCode(code.replace(/\s/g, ""));
        onProven();
        return undefined;
      } catch (error) {
        return doorRefusal(error, { 400: "code", 401: "code", 429: "code" });
      }
    },
  });
  return (
    <Form form={form} label="Authenticator app">
      <p className="mb-3 text-xs text-muted">
        Scan this with an authenticator app, or type the key into it. Then enter the six digits it shows.
      </p>
      <div className="mb-4 flex justify-center">
        <QrCode text={uri} label="QR code for an authenticator app" />
      </div>
      <CopyOnce label="Key" value={secretOf(uri)} lines={3} again />
      <CodeField {...form.field("code")} />
      <FormMessage text={form.message} />
      <Submit busy={form.busy} className="mt-1 w-full">
        Turn on
      </Submit>
    </Form>
  );
}
