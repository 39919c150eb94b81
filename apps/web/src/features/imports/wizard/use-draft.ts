import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { base64Of } from "../../../lib/base64-of.ts";
import { type Inputs, type Outputs, refusalOf, trpc } from "../../../lib/trpc.ts";
import { handedTo } from "../hand-in.ts";

/** The import one is preparing. */
export type Draft = NonNullable<Outputs["imports"]["draft"]>;
/** What importing it would do. */
export type Checked = Outputs["imports"]["checkDraft"];
/** A file of it as it is understood. */
export type CheckedFile = Checked["report"]["files"][number];
/** What can be changed of it at once. */
export type DraftChange = Omit<Inputs["imports"]["changeDraft"], "version">;

/** The draft of whoever is signed in, what importing it would do, and what can be done to it. */
export function useDraft() {
  const client = useQueryClient();
  const key = trpc.imports.draft.queryKey();
  const query = useQuery(
    trpc.imports.draft.queryOptions(undefined, { staleTime: 0, refetchOnWindowFocus: true }),
  );
  const draft = query.data ?? null;
  const hasFiles = draft !== null && draft.files.length > 0;
  const check = useQuery(
    trpc.imports.checkDraft.queryOptions(
      { version: draft?.version ?? 0 },
      { enabled: hasFiles, placeholderData: keepPreviousData, staleTime: 300_000 },
    ),
  );
  const change = useMutation(
    trpc.imports.changeDraft.mutationOptions({
      onSuccess: (next) => client.setQueryData(key, next),
      // Another window was faster: what it made of the draft is shown.
      onError: (error) =>
        refusalOf(error).code === "CONFLICT" && void client.invalidateQueries({ queryKey: key }),
    }),
  );
  const add = useMutation({
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
      onSuccess: () => {
        client.setQueryData(key, null);
        client.removeQueries({ queryKey: trpc.imports.checkDraft.queryKey() });
      },
    }),
  );
  return {
    query,
    draft,
    checked: hasFiles ? (check.data ?? null) : null,
    checking: hasFiles && check.isFetching,
    checkError: hasFiles && check.isError ? check.error : null,
    busy: change.isPending || add.isPending,
    problem: change.error ?? add.error,
    change: (changed: DraftChange) => {
      if (draft) change.mutate({ version: draft.version, ...changed });
    },
    add: (files: readonly File[]) => add.mutate(files),
    discard: () => discard.mutateAsync(),
  };
}

/** A draft with what can be done to it, once there is one. */
export type DraftWork = Omit<ReturnType<typeof useDraft>, "draft" | "checked"> & {
  draft: Draft;
  checked: Checked;
};
