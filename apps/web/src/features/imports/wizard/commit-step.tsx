import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { count, counted } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { handedTo, type ImportReport } from "../hand-in.ts";
import { HeadlineChange } from "../headline-change.tsx";
import { Stops } from "./stops.tsx";
import type { DraftWork } from "./use-draft.ts";

/** The last look, what is to be remembered, and the commit. */
export function CommitStep({ work }: { work: DraftWork }) {
  const { draft, checked } = work;
  const { counts, stopped } = checked.report;
  const client = useQueryClient();
  const navigate = useNavigate();
  const used = draft.offers.find(({ id }) => id === draft.savedMapping);
  const [remember, setRemember] = useState(false);
  const [name, setName] = useState(used?.name ?? "");
  const [sure, setSure] = useState(false);
  const unsafe = stopped.length > 0 && stopped.every(({ code }) => code === "E_SAFETY");
  const commit = useMutation({
    mutationFn: () =>
      handedTo<ImportReport>("/api/imports/draft/commit", {
        version: draft.version,
        ...(unsafe && { confirm: true }),
        ...(remember &&
          name.trim() !== "" && {
            remember: { name: name.trim(), ...(used && used.name === name.trim() && { id: used.id }) },
          }),
      }),
    onSuccess: async (report) => {
      await navigate({ to: "/data/imports/new", search: { done: report.id ?? "", step: "commit" } });
      await client.invalidateQueries();
    },
  });
  const accepted = counts.new + counts.changed;
  const blocked = (stopped.length > 0 && !unsafe) || (unsafe && !sure) || (remember && name.trim() === "");
  return (
    <section className="card" aria-label="Import">
      <div className="flex flex-col gap-3 px-4 py-3">
        <p className="text-xs">
          {accepted === 0 && counts.refused === 0
            ? "Nothing would change: all of it is known already."
            : `${counted(accepted, "row")} will be imported${counts.refused > 0 ? `; ${count(counts.refused)} will not, and come back as a file with the reasons` : ""}. All of it is stored, or nothing.`}
        </p>
        <Stops stops={stopped} />
        {unsafe && <Checkbox label="These changes are meant" checked={sure} onChange={setSure} />}
        <Checkbox
          label="Remember how these files are read"
          hint="When files with the same headers come again, the mapping is offered, here and to `termwise import --mapping`."
          checked={remember}
          onChange={setRemember}
        />
        {remember && (
          <div className="max-w-96">
            <TextField
              label="Name of the mapping"
              name="mapping"
              maxLength={100}
              value={name}
              onChange={setName}
              hint={
                used && used.name === name.trim()
                  ? "A new version of the mapping that was used."
                  : "Such as: billing export"
              }
            />
          </div>
        )}
        {commit.isError && (
          <p role="alert" className="text-xs font-medium text-negative">
            {commit.error.message}
          </p>
        )}
        <div>
          <Button
            look="primary"
            size="large"
            disabled={commit.isPending || work.checking || blocked}
            onClick={() => commit.mutate()}
          >
            {commit.isPending ? "Importing" : `Import ${counted(accepted, "row")}`}
          </Button>
          {commit.isPending && (
            <span role="status" className="ml-3 text-2xs text-subtle">
              Checking once more, then storing and deriving figures. It can be left alone.
            </span>
          )}
        </div>
      </div>
      <HeadlineChange report={checked.report} />
    </section>
  );
}
