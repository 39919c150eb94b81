import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { trpc } from "../../../lib/trpc.ts";
import { SettingsPage } from "../settings-page.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";

/** How one signs in, and where one is signed in. */
export function SecurityPage({ enrolment }: { enrolment: (onDone: () => void) => ReactNode }) {
  const client = useQueryClient();
  const changed = () => {
    void client.invalidateQueries(trpc.session.get.queryFilter());
    void client.invalidateQueries(trpc.account.sessions.queryFilter());
  };
  return (
    <SettingsPage at="/settings/security" title="Security">
      <PasswordForm onChanged={changed} />
      <SecondFactor enrolment={enrolment} onChanged={changed} />
      <Sessions />
    </SettingsPage>
  );
}
