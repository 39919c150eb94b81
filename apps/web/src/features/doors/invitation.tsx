import { type Role, roleNames, rolePurposes, roles } from "@termwise/core/access";
import { doorRefusal } from "../../lib/door-words.ts";
import { acceptInvitation, type Invitation } from "../../lib/doors-api.ts";
import { passwordFault, passwordRules } from "../../lib/new-password.ts";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Door } from "./door.tsx";

const roleOf = (text: string): Role | undefined => roles.find((role) => role === text);

interface Props {
  token: string;
  invitation: Invitation;
  onEntered: () => void;
}

/** Takes an invitation up: a new person chooses name and password, who has an account gives its password. */
export function AcceptInvitation({ token, invitation, onEntered }: Props) {
  const { workspace, email, existing, invitedBy } = invitation;
  const role = roleOf(invitation.role);
  const owner = (name: string) => ({ name, email, workspace });
  const form = useForm({
    start: { name: "", password: "" },
    check: ({ name, password }) =>
      existing
        ? { password: password === "" ? "Enter the password." : undefined }
        : {
            name: name.trim() === "" ? "Enter your name." : undefined,
            password: passwordFault(password, owner(name)),
          },
    send: async ({ name, password }) => {
      try {
        await acceptInvitation({ token, password, ...(existing ? {} : { name: name.trim() }) });
        onEntered();
        return undefined;
      } catch (error) {
        return doorRefusal(error, { 401: "password", 429: "password" });
      }
    },
  });
  return (
    <Door
      title={`Join ${workspace}`}
      note={
        <>
          {invitedBy ? `${invitedBy} invited you` : "You are invited"}
          {role && (
            <>
              {" "}
              as <span className="font-medium text-fg">{roleNames[role]}</span>: {rolePurposes[role]}
            </>
          )}
          .
        </>
      }
    >
      <Form form={form} label={`Join ${workspace}`}>
        <TextField
          name="email"
          label="Mail address"
          type="email"
          autoComplete="username"
          value={email}
          onChange={() => {}}
          readOnly
        />
        {!existing && (
          <TextField
            {...form.field("name")}
            label="Your name"
            autoComplete="name"
            maxLength={200}
            autoFocus
          />
        )}
        {existing ? (
          <PasswordField
            {...form.field("password")}
            label="Password"
            hint="This address has an account here; its password joins you."
            autoComplete="current-password"
            autoFocus
          />
        ) : (
          <PasswordField
            {...form.field("password")}
            label="Password"
            autoComplete="new-password"
            rules={passwordRules(form.values.password, owner(form.values.name))}
          />
        )}
        <FormMessage text={form.message} />
        <Submit busy={form.busy} className="mt-1 w-full">
          Join {workspace}
        </Submit>
      </Form>
    </Door>
  );
}
