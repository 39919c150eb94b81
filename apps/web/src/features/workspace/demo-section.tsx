import { useMutation, useQueryClient } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { useRemoveDemo } from "./use-remove-demo.ts";

/** The demo company among the settings: loaded into an empty workspace, removed from one that holds it. */
export function DemoSection() {
  const { demo, empty } = useWorkspace();
  const client = useQueryClient();
  const load = useMutation(
    trpc.workspace.loadDemo.mutationOptions({ onSuccess: () => client.invalidateQueries() }),
  );
  const { removal, last } = useRemoveDemo();
  if (!demo && !empty) return null;
  return (
    <FormSection
      title="Demo company"
      note="Three years of an invented company, so that every page has something to show."
    >
      {demo ? (
        <ConfirmButton
          label="Remove the demo company"
          title="Remove the demo company?"
          verb="Remove it"
          onConfirm={() => removal.mutateAsync()}
        >
          Every account, line and movement of it goes. It can be loaded again while the workspace is empty.
          {last &&
            " You are one of its people, so you are signed out; setting up your own workspace comes next."}
        </ConfirmButton>
      ) : (
        <ConfirmButton
          label="Load the demo company"
          title="Load the demo company?"
          verb="Load it"
          look="plain"
          onConfirm={() => load.mutateAsync()}
        >
          It takes some seconds, and goes whole when it is removed.
        </ConfirmButton>
      )}
    </FormSection>
  );
}
