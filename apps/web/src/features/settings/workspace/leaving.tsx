import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { trpc } from "../../../lib/trpc.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { FormSection } from "../../../ui/form-section.tsx";

/** Everything of the workspace as files, and the end of it. */
export function Leaving({ name }: { name: string }) {
  const remove = useMutation(trpc.workspace.remove.mutationOptions());
  return (
    <>
      <FormSection
        title="Export everything"
        note="Every account, contract, fact, import, member and audit entry of this workspace, in one file. The download is written to the audit log."
      >
        <a href="/api/workspace/export" download className={buttonClass("plain")}>
          <Download size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
          Export the workspace
        </a>
      </FormSection>
      <FormSection
        title="Remove the workspace"
        note="All of its data, members, keys and audit log are deleted. This cannot be taken back; export first."
      >
        <ConfirmButton
          label="Remove the workspace"
          title={`Remove ${name}?`}
          verb="Remove it for good"
          typed={name}
          onConfirm={async () => {
            await remove.mutateAsync({ name });
            location.assign("/");
          }}
        >
          Everybody is signed out of it, every key stops working, and nothing of it can be restored here.
          People keep their other workspaces.
        </ConfirmButton>
      </FormSection>
    </>
  );
}
