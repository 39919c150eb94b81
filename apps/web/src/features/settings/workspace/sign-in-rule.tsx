import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { trpc } from "../../../lib/trpc.ts";
import { useWho } from "../../../lib/who.ts";
import { Chip } from "../../../ui/chip.tsx";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { FormSection } from "../../../ui/form-section.tsx";

/** Whether every member must have a second factor. */
export function SignInRule({ required }: { required: boolean }) {
  const { user, workspace } = useWho();
  const client = useQueryClient();
  const change = useMutation(trpc.workspace.change.mutationOptions());
  const set = async (secondFactorRequired: boolean) => {
    await change.mutateAsync({ secondFactorRequired });
    await client.invalidateQueries();
  };
  return (
    <FormSection
      title="Second factor"
      note="Whether a code of an authenticator app is asked of every member, besides the password."
      tools={required ? <Chip tone="positive">Required</Chip> : <Chip>Each member decides</Chip>}
    >
      {required ? (
        <ConfirmButton
          label="No longer require it"
          title="No longer require a second factor?"
          onConfirm={() => set(false)}
        >
          Members who have one keep it, and can then turn it off.
        </ConfirmButton>
      ) : workspace.demo ? (
        <p className="text-xs text-muted">
          The demo company&rsquo;s people have no password, so it cannot be required while the demo is here.
        </p>
      ) : user.secondFactor ? (
        <ConfirmButton
          label="Require it of every member"
          title="Require a second factor of every member?"
          verb="Require it"
          look="plain"
          onConfirm={() => set(true)}
        >
          From their next click on, members without one see nothing of this workspace until they have set it
          up.
        </ConfirmButton>
      ) : (
        <p className="text-xs text-muted">
          To require it of others,{" "}
          <Link to="/settings/security" className="rounded-sm text-link underline">
            set up your own
          </Link>{" "}
          first.
        </p>
      )}
    </FormSection>
  );
}
