import { type Role, roleNames, rolePurposes, roles } from "@termwise/core/access";
import { doorRefusal } from "../../lib/door-words.ts";
import { acceptInvitation, type Invitation } from "../../lib/doors-api.ts";
import { passwordFault, passwordRules } from "../../lib/new-password.ts";
import { Button } from "../../ui/button.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { PasswordField } from "../../ui/password-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Door } from "./door.tsx";

const roleOf = (text: string): Role | undefined => roles.find((role) => role === text);

interface Props {
  token: string;
  invitation: Invitation;
  /** The address one is signed in with, if one is. */
  signedInAs: string | null;
  onEntered: () => void;
  onSignIn: () => void;
  onSignOut: () => void;
}

/** What an invitation invites to, and what is needed to take it up. */
export function TakeInvitation(props: Props) {
  const { invitation, signedInAs, onSignIn, onSignOut } = props;
  const { workspace, email, invitedBy, needs } = invitation;
  const role = roleOf(invitation.role);
  const other = needs !== null && signedInAs !== null;
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
      {other ? (
        <Elsewhere
          text={`The invitation is for ${email}. You are signed in as ${signedInAs}.`}
          verb="Sign out and go on"
          onGo={onSignOut}
        />
      ) : needs === "sign_in" ? (
        <Elsewhere
          text={`${email} has an account here. Sign in with it; the invitation waits.`}
          verb="Sign in"
          onGo={onSignIn}
        />
      ) : (
        <Accept {...props} />
      )}
    </Door>
  );
}

function Elsewhere({ text, verb, onGo }: { text: string; verb: string; onGo: () => void }) {
  return (
    <>
      <p className="mb-4 text-xs">{text}</p>
      <Button look="primary" size="large" className="w-full pointer-coarse:h-11" onClick={onGo}>
        {verb}
      </Button>
    </>
  );
}

/** A new person chooses name and password, who has an account gives its password, who is signed in just agrees. */
function Accept({ token, invitation, onEntered }: Props) {
  const { workspace, email, existing, needs } = invitation;
  const fresh = !existing && needs === "password";
  const owner = (name: string) => ({ name, email, workspace });
  const form = useForm({
    start: { name: "", password: "" },
    check: ({ name, password }) => ({
      name: fresh && name.trim() === "" ? "Enter your name." : undefined,
      password: fresh
        ? passwordFault(password, owner(name))
        : needs === "password" && password === ""
          ? "Enter the password."
          : undefined,
    }),
    send: async ({ name, password }) => {
      try {
        await acceptInvitation({
          token,
          ...(fresh ? { name: name.trim() } : {}),
          ...(needs === "password" ? { password } : {}),
        });
        onEntered();
        return undefined;
      } catch (error) {
        return doorRefusal(error, { 401: "password", 429: "password" });
      }
    },
  });
  return (
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
      {fresh && (
        <TextField {...form.field("name")} label="Your name" autoComplete="name" maxLength={120} autoFocus />
      )}
      {fresh && (
        <PasswordField
          {...form.field("password")}
          label="Password"
          autoComplete="new-password"
          rules={passwordRules(form.values.password, owner(form.values.name))}
        />
      )}
      {existing && needs === "password" && (
        <PasswordField
          {...form.field("password")}
          label="Password"
          hint="Of the account this address has here."
          autoComplete="current-password"
          autoFocus
        />
      )}
      <FormMessage text={form.message} />
      <Submit busy={form.busy} className="mt-1 w-full">
        Join {workspace}
      </Submit>
    </Form>
  );
}
