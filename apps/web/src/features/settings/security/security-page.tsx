import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { isDemoPerson } from "../../../lib/demo-person.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useWho } from "../../../lib/who.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";

/** How one signs in, and where one is signed in. */
export function SecurityPage({ enrolment }: { enrolment: (onDone: () => void) => ReactNode }) {
  const client = useQueryClient();
  const { user } = useWho();
  const changed = () => {
    void client.invalidateQueries(trpc.session.get.queryFilter());
    void client.invalidateQueries(trpc.account.sessions.queryFilter());
  };
  return (
    <SettingsPage at="/settings/security" narrow title="Security">
      {isDemoPerson(user) ? (
        <FormSection
          title="Signing in"
          note="People of the demo company have no password and no second factor: one click on the sign-in page is enough, on this machine only. In a workspace of your own you have both."
        >
          {null}
        </FormSection>
      ) : !user.password ? (
        <FormSection
          title="Signing in"
          note="You sign in at your identity provider, which also asks for a second factor where it is set up to. There is no password here to change."
        >
          {null}
        </FormSection>
      ) : (
        <>
          <PasswordForm onChanged={changed} />
          <SecondFactor enrolment={enrolment} onChanged={changed} />
        </>
      )}
      <Sessions />
    </SettingsPage>
  );
}
