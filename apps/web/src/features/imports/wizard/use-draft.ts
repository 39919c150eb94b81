import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { base64Of } from "../../../lib/base64-of.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { handedTo } from "../hand-in.ts";
import type { ImportMapping } from "./settings.ts";
import { type Draft, inOrder, useChoices, withChoices } from "./use-choices.ts";

/** What importing a draft would do. */
export type Checked = Outputs["imports"]["checkDraft"];
/** A file of it as it is understood. */
export type CheckedFile = Checked["report"]["files"][number];
/** The draft of whoever is signed in, what importing it would do, and what can be done to it. */
export function useDraft() {
  const client = useQueryClient();
  const key = trpc.imports.draft.queryKey();
  const query = useQuery(
    trpc.imports.draft.queryOptions(undefined, { staleTime: 0, refetchOnWindowFocus: true }),
  );
  const { waiting, choices, choose } = useChoices();
  const draft = query.data ? withChoices(query.data, waiting) : null;
  const hasFiles = draft !== null && draft.files.length > 0;
  const add = useMutation({
    scope: inOrder,
    mutationFn: async (files: readonly File[]) =>
      handedTo("/api/imports/draft/files", {
        files: await Promise.all(
          files.map(async (file) => ({ name: file.name, content: await base64Of(file) })),
        ),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  const discard = useMutation(
    trpc.imports.discardDraft.mutationOptions({
      scope: inOrder,
      onSuccess: () => {
        client.setQueryData(key, null);
        client.removeQueries({ queryKey: trpc.imports.checkDraft.queryKey() });
      },
    }),
  );
  const busy = choices.isPending || add.isPending;
  const check = useQuery(
    trpc.imports.checkDraft.queryOptions(
      { version: draft?.version ?? 0 },
      // What is about to change is not worth reading.
      { enabled: hasFiles && !busy, placeholderData: keepPreviousData, staleTime: 300_000 },
    ),
  );
  return {
    query,
    draft,
    checked: hasFiles ? (check.data ?? null) : null,
    checking: hasFiles && (busy || check.isFetching),
    checkError: hasFiles && check.isError ? check.error : null,
    busy,
    problem: choices.error ?? add.error,
    change: choose,
    changeMapping: (of: (mapping: ImportMapping) => ImportMapping) =>
      choose(({ mapping }) => ({ mapping: of(mapping) })),
    add: (files: readonly File[]) => add.mutate(files),
    discard: () => discard.mutateAsync(),
  };
}

/** A draft with what can be done to it, once there is one. */
export type DraftWork = Omit<ReturnType<typeof useDraft>, "draft" | "checked"> & {
  draft: Draft;
  checked: Checked;
};
