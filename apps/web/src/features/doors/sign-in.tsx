import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { doorRefusal, doorWords } from "../../lib/door-words.ts";
import { providerAddress, signIn } from "../../lib/doors-api.ts";
import { mailFault } from "../../lib/mail-address.ts";
import { Button } from "../../ui/button.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Door } from "./door.tsx";
import { SecondFactor } from "./second-factor.tsx";

/** Why one is at this door, in the address as `why`. */
const reasons: Readonly<Record<string, string>> = {
  ended: "You were signed out. Sign in to go on where you were.",
  left: "You are signed out.",
  changed: "The password is changed. Sign in with the new one.",
};

interface Props {
  why?: string | undefined;
  /** The identity provider sent one back without having signed one in. */
  providerFailed: boolean;
  /** The name of the organisation's own sign-in, if there is one. */
  provider: string | null;
  /** Where to go once signed in. */
  to: string;
  onEntered: () => void;
}

/** Mail address and password, or the organisation's own sign-in; a second factor where one is set up. */
export function SignIn({ why, providerFailed, provider, to, onEntered }: Props) {
  const [half, setHalf] = useState(false);
  const form = useForm({
    start: { email: "", password: "" },
    check: ({ email, password }) => ({
      email: mailFault(email),
      password: password === "" ? "Enter the password." : undefined,
    }),
    send: async ({ email, password }) => {
      try {
        const { secondFactor } = await signIn(email.trim(), password);
        if (secondFactor) setHalf(true);
        else onEntered();
        return undefined;
      } catch (error) {
        return doorRefusal(error, { 401: "password", 429: "password" });
      }
    },
  });
  if (half) return <SecondFactor onEntered={onEntered} onStartAgain={() => setHalf(false)} />;
  const said = reasons[why ?? ""];
  return (
    <Door title="Sign in" note={said && <span role="status">{said}</span>}>
      {provider !== null && <Provider name={provider} to={to} failed={providerFailed} />}
      <Form form={form} label="Sign in">
        <TextField
          {...form.field("email")}
          label="Mail address"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <PasswordField
          {...form.field("password")}
          label="Password"
          autoComplete="current-password"
          aside={
            <Link to="/reset" className="rounded-sm text-link hover:underline">
              Forgot password
            </Link>
          }
        />
        <FormMessage text={form.message} />
        <Submit busy={form.busy} className="mt-1 w-full">
          Sign in
        </Submit>
      </Form>
    </Door>
  );
}

function Provider({ name, to, failed }: { name: string; to: string; failed: boolean }) {
  const [refused, setRefused] = useState(
    failed ? `${name} did not sign you in. Try again, or ask a workspace admin for an invitation.` : null,
  );
  const go = async () => {
    try {
      location.assign(await providerAddress(to));
    } catch (error) {
      setRefused(doorWords(error));
    }
  };
  return (
    <div className="mb-4">
      <Button size="large" className="w-full pointer-coarse:h-11" onClick={() => void go()}>
        Continue with {name}
      </Button>
      {refused !== null && (
        <div className="mt-2">
          <FormMessage text={refused} />
        </div>
      )}
      <div className="mt-4 flex items-center gap-3 text-2xs text-subtle">
        <span className="h-px flex-1 bg-(--border-subtle)" />
        or with a password
        <span className="h-px flex-1 bg-(--border-subtle)" />
      </div>
    </div>
  );
}
