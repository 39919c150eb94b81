import { useMutation, useQueryClient } from "@tanstack/react-query";
import { typedColumns } from "@termwise/core/finance";
import { useState } from "react";
import { counted } from "../../lib/format.ts";
import { type Outputs, refusalOf, trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useFinanceActions } from "./finance.ts";

type Checked = Outputs["finance"]["checkFile"];

/** A file of periods is looked at first: what it would enter, or what is wrong row by row; then all of it or nothing. */
export function FileDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Enter periods from a file"
      note={`CSV, parted by commas, semicolons or tabs, with the columns ${typedColumns.slice(0, 3).join(", ")} and any of ${typedColumns.slice(3).join(", ")}.`}
      wide
    >
      {open && <Chosen onClose={onClose} />}
    </Dialog>
  );
}

function Chosen({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const { set } = useFinanceActions();
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = useMutation({
    mutationFn: async (file: File) =>
      client.fetchQuery({ ...trpc.finance.checkFile.queryOptions({ csv: await file.text() }), staleTime: 0 }),
    onSuccess: setChecked,
  });
  const fine = checked !== null && checked.faults.length === 0 && checked.rows.length > 0;
  const trouble = check.error ?? set.error;
  return (
    <div className="flex flex-col gap-3">
      <label className="text-xs font-medium">
        File
        <input
          type="file"
          accept=".csv,text/csv"
          className="mt-1 block w-full text-xs"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            setChecked(null);
            if (file) check.mutate(file);
          }}
        />
      </label>
      {checked && checked.faults.length > 0 && (
        <div role="alert">
          <p className="text-xs font-medium text-negative">
            Nothing is entered: {counted(checked.faults.length, "fault")} to mend in the file.
          </p>
          <ScrollRegion label="Faults" className="mt-1 max-h-60 overflow-y-auto">
            <ul className="text-xs">
              {checked.faults.map(({ row, column, fault }) => (
                <li key={`${row} ${column} ${fault}`} className="py-0.5">
                  <span className="num font-medium">
                    Row {row}, {column}
                  </span>{" "}
                  {fault}.
                </li>
              ))}
            </ul>
          </ScrollRegion>
        </div>
      )}
      {fine && (
        <p className="text-xs">
          {counted(checked.rows.length, "period")}, the first from {checked.rows[0]?.from}.{" "}
          {replacedText(checked.replaces)}
        </p>
      )}
      {checked && checked.rows.length === 0 && checked.faults.length === 0 && (
        <p className="text-xs text-muted">The file has no row below its head.</p>
      )}
      <FormMessage text={trouble ? refusalOf(trouble).message : null} />
      <Actions>
        <Button
          look="primary"
          size="large"
          disabled={!fine || set.isPending}
          onClick={() => checked && set.mutate({ periods: checked.rows }, { onSuccess: onClose })}
        >
          Enter them
        </Button>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </div>
  );
}

/** Which rows take the place of what is on record. */
function replacedText(rows: readonly number[]): string {
  if (rows.length === 0) return "None is for days that were entered before.";
  const named = new Intl.ListFormat("en").format(rows.slice(0, 12).map(String));
  const more = rows.length > 12 ? ` and ${rows.length - 12} more` : "";
  return rows.length === 1
    ? `Row ${named} takes the place of what was entered for its days.`
    : `${rows.length} of them take the place of what was entered for their days: rows ${named}${more}.`;
}
