import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { doorRefusal, doorWords } from "../../lib/door-words.ts";
import { requestReset, resetPassword } from "../../lib/doors-api.ts";
import { mailFault } from "../../lib/mail-address.ts";
import { passwordFault, passwordRules } from "../../lib/new-password.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Door } from "./door.tsx";

const back = (
  <Link to="/sign-in" className={buttonClass("quiet", "large", "mt-2 w-full text-link")}>
    Back to sign in
  </Link>
);

/** Asks for a link that sets a new password; where the server sends no mail, says who can give one. */
export function RequestReset({ mail }: { mail: boolean }) {
  const [asked, setAsked] = useState<string | null>(null);
  const form = useForm({
    start: { email: "" },
    check: ({ email }) => ({ email: mailFault(email) }),
    send: async ({ email }) => {
      try {
        await requestReset(email.trim());
        setAsked(email.trim());
        return undefined;
      } catch (error) {
        return { message: doorWords(error) };
      }
    },
  });
  if (!mail)
    return (
      <Door title="Forgot password" note="This server sends no mail.">
        <p className="mb-4 text-xs">
          Whoever runs the server prints a link with{" "}
          <code className="font-mono">termwise reset-password</code> and hands it to you. A workspace admin
          knows who that is.
        </p>
        {back}
      </Door>
    );
  if (asked !== null)
    return (
      <Door title="Look into your mail" note={`If ${asked} has an account here, a link is on its way to it.`}>
        <p className="mb-4 text-xs">
          It sets a new password once, within an hour. Nothing has changed so far.
        </p>
        {back}
      </Door>
    );
  return (
    <Door title="Forgot password" note="A link to set a new one is sent to your mail address.">
      <Form form={form} label="Forgot password">
        <TextField
          {...form.field("email")}
          label="Mail address"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <FormMessage text={form.message} />
        <Submit busy={form.busy} className="mt-1 w-full">
          Send the link
        </Submit>
      </Form>
      {back}
    </Door>
  );
}

/** Sets a new password with the token of a link. */
export function SetPassword({ token, onChanged }: { token: string; onChanged: () => void }) {
  const form = useForm({
    start: { password: "" },
    check: ({ password }) => ({ password: passwordFault(password, {}) }),
    send: async ({ password }) => {
      try {
        await resetPassword(token, password);
        onChanged();
        return undefined;
      } catch (error) {
        return doorRefusal(error, {});
      }
    },
  });
  return (
    <Door title="New password" note="All sessions of this account end when it is saved.">
      <Form form={form} label="New password">
        <PasswordField
          {...form.field("password")}
          label="New password"
          autoComplete="new-password"
          rules={passwordRules(form.values.password, {})}
          autoFocus
        />
        <FormMessage text={form.message} />
        <Submit busy={form.busy} className="mt-1 w-full">
          Save the password
        </Submit>
      </Form>
      {back}
    </Door>
  );
}
