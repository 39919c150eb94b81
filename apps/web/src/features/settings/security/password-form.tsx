import { useState } from "react";
import { doorRefusal } from "../../../lib/door-words.ts";
import { changePassword } from "../../../lib/doors-api.ts";
import { passwordFault, passwordRules } from "../../../lib/new-password.ts";
import { useWho } from "../../../lib/who.ts";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { PasswordField } from "../../../ui/password-field.tsx";

const empty = { current: "", password: "" };

/** Changes the password; every other session ends with it. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const { user, workspace } = useWho();
  const owner = { name: user.name, email: user.email, workspace: workspace.name };
  const [done, setDone] = useState(false);
  const form = useForm({
    start: empty,
    check: ({ current, password }) => ({
      current: current === "" ? "Enter the password you have now." : undefined,
      password: passwordFault(password, owner),
    }),
    send: async ({ current, password }) => {
      setDone(false);
      try {
        await changePassword(current, password);
      } catch (error) {
        const refused = doorRefusal<typeof empty>(error, { 401: "current", 400: "current" });
        return refused;
      }
      form.reset(empty);
      setDone(true);
      onChanged();
      return undefined;
    },
  });
  return (
    <FormSection title="Password" note="Changing it ends your sessions on all other devices.">
      <Form form={form} label="Change the password" className="max-w-[400px]">
        <PasswordField {...form.field("current")} label="Current password" autoComplete="current-password" />
        <PasswordField
          {...form.field("password")}
          label="New password"
          autoComplete="new-password"
          rules={passwordRules(form.values.password, owner)}
        />
        <FormMessage
          text={form.message ?? (done ? "The password is changed. Other sessions have ended." : null)}
          tone={form.message ? "negative" : "positive"}
        />
        <Submit busy={form.busy} look="plain" className="mt-1">
          Change the password
        </Submit>
      </Form>
    </FormSection>
  );
}
