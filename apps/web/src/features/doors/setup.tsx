import { useState } from "react";
import type { FormRefusal } from "../../ui/form.tsx";
import { type FirstAdmin, SetupAccount } from "./setup-account.tsx";
import { SetupWorkspace } from "./setup-workspace.tsx";

/** The first run up to where somebody is signed in: the admin, then the company; both are sent together. */
export function Setup({ token, onMade }: { token: string; onMade: () => void }) {
  const [admin, setAdmin] = useState<FirstAdmin>({ token, name: "", email: "", password: "" });
  const [refused, setRefused] = useState<FormRefusal<FirstAdmin>>();
  const [given, setGiven] = useState(false);
  if (!given)
    return (
      <SetupAccount
        start={admin}
        refused={refused}
        onGiven={(next) => {
          setAdmin(next);
          setGiven(true);
        }}
      />
    );
  return (
    <SetupWorkspace
      admin={admin}
      onMade={onMade}
      onBack={(why) => {
        setRefused(why);
        setGiven(false);
      }}
    />
  );
}
