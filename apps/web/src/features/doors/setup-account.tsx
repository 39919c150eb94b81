import { mailFault } from "../../lib/mail-address.ts";
import { passwordFault, passwordRules } from "../../lib/new-password.ts";
import { Form, type FormRefusal, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Door } from "./door.tsx";

/** What the first admin says of themselves. */
export interface FirstAdmin {
  token: string;
  name: string;
  email: string;
  password: string;
}

interface Props {
  start: FirstAdmin;
  refused: FormRefusal<FirstAdmin> | undefined;
  onGiven: (admin: FirstAdmin) => void;
}

/** First run, first screen: the token from the console, and the first admin. */
export function SetupAccount({ start, refused, onGiven }: Props) {
  const form = useForm<FirstAdmin>({
    start,
    ...(refused ? { refused } : {}),
    check: ({ token, name, email, password }) => ({
      token: token.trim() === "" ? "Enter the setup token." : undefined,
      name: name.trim() === "" ? "Enter your name." : undefined,
      email: mailFault(email),
      password: passwordFault(password, { name, email }),
    }),
    send: async (admin) => {
      onGiven(admin);
      return undefined;
    },
  });
  return (
    <Door title="Set up Termwise" note="Screen 1 of 3: the first admin, who invites everybody else.">
      <Form form={form} label="Set up Termwise">
        <TextField
          {...form.field("token")}
          label="Setup token"
          hint="Printed where the server was started. It works once."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={start.token === ""}
          className="font-mono"
        />
        <TextField
          {...form.field("name")}
          label="Your name"
          autoComplete="name"
          maxLength={120}
          autoFocus={start.token !== ""}
        />
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
