import { firstRun } from "../../lib/doors-api.ts";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Door } from "./door.tsx";
import { doorRefusal } from "./door-words.ts";
import { mailFault } from "./mail-address.ts";
import { passwordFault, passwordRules } from "./new-password.ts";

const required = (text: string, error: string) => (text.trim() === "" ? error : undefined);

/** First run, first screen: the token from the console, the first admin, the company's name. */
export function SetupAccount({ token, onMade }: { token: string; onMade: () => void }) {
  const form = useForm({
    start: { token, workspace: "", name: "", email: "", password: "" },
    check: ({ password, ...values }) => ({
      token: required(values.token, "Enter the setup token."),
      workspace: required(values.workspace, "Enter the company's name."),
      name: required(values.name, "Enter your name."),
      email: mailFault(values.email),
      password: passwordFault(password, values),
    }),
    send: async ({ password, ...values }) => {
      try {
        await firstRun({
          token: values.token.trim(),
          workspace: values.workspace.trim(),
          name: values.name.trim(),
          email: values.email.trim(),
          password,
        });
        onMade();
        return undefined;
      } catch (error) {
        const about = doorRefusal<typeof values & { password: string }>(error, "token", ["token", "TOKEN"]);
        return about.fields ? about : doorRefusal(error, "password", ["password", "PASSWORD"]);
      }
    },
  });
  return (
    <Door title="Set up Termwise" note="Screen 1 of 3: the first admin, who invites everybody else.">
      <Form form={form} label="Set up Termwise">
        <TextField
          {...form.field("token")}
          label="Setup token"
          hint="Printed by the server when it started. It works once."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={token === ""}
          className="font-mono"
        />
        <TextField
          {...form.field("workspace")}
          label="Company"
          autoComplete="organization"
          maxLength={200}
          autoFocus={token !== ""}
        />
        <TextField {...form.field("name")} label="Your name" autoComplete="name" maxLength={200} />
        <TextField
          {...form.field("email")}
          label="Mail address"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          {...form.field("password")}
          label="Password"
          autoComplete="new-password"
          rules={passwordRules(form.values.password, form.values)}
        />
        <FormMessage text={form.message} />
        <Submit busy={form.busy} className="mt-1 w-full">
          Continue
        </Submit>
      </Form>
    </Door>
  );
}
