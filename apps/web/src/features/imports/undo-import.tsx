import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { count, counted, dayText, momentText } from "../../lib/format.ts";
import { type Inputs, type Outputs, refusalOf, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";

type ImportId = Inputs["imports"]["undo"]["id"];
type Undone = Outputs["imports"]["one"]["undone"];

interface Props {
  id: string;
  undone: Undone;
  /** Read out where several buttons say the same. */
  name?: string;
}

/** Takes an import back, after saying what rests on it; says so where it was. */
export function UndoImport({ id, undone, name }: Props) {
  const [asking, setAsking] = useState(false);
  if (undone)
    return (
      <span className="text-2xs text-subtle">
        Undone {momentText(undone.at)}
        {undone.byName && ` by ${undone.byName}`}
      </span>
    );
  if (!mayI("imports.undo")) return null;
  return (
    <>
      <Button look="plain" aria-label={name} aria-haspopup="dialog" onClick={() => setAsking(true)}>
        Undo this import
      </Button>
      <Dialog open={asking} title="Undo this import?" onClose={() => setAsking(false)}>
        <Asking id={id as ImportId} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function Asking({ id, onClose }: { id: ImportId; onClose: () => void }) {
  const client = useQueryClient();
  const plan = useQuery(trpc.imports.dependents.queryOptions({ id }, { staleTime: 0 }));
  const undo = useMutation(
    trpc.imports.undo.mutationOptions({
      onSuccess: async () => {
        onClose();
        await client.invalidateQueries();
      },
    }),
  );
  const { data } = plan;
  const blocked = !data?.inTime || data.dependents.length > 0;
  return (
    <div className="flex flex-col gap-3 text-xs">
      {plan.isPending && <p role="status">Looking for what rests on it.</p>}
      {plan.isError && <p role="alert">{refusalOf(plan.error).message}</p>}
      {data && !data.inTime && (
        <p>It could be undone until {dayText(data.until)}. Import what should stand instead.</p>
      )}
      {data?.inTime && data.dependents.length === 0 && (
        <p>
          Everything it recorded is taken back: {counted(data.facts, "fact")}. What stood before stands again,
          and so do the figures; what was known in between stays readable. It can be undone until{" "}
          {dayText(data.until)}.
        </p>
      )}
      {data?.inTime && data.dependents.length > 0 && (
        <>
          <p>
            {count(data.dependents.length)} later {data.dependents.length === 1 ? "fact rests" : "facts rest"}{" "}
            on it. Undo the later import, or take back what was put on record, first.
          </p>
          <ul className="max-h-60 overflow-y-auto border-t border-line">
            {data.dependents.slice(0, 50).map((one) => (
              <li key={`${one.what} ${one.about} ${one.recordedAt}`} className="border-b border-line py-1.5">
                {one.about}
                <span className="block text-2xs text-subtle">
                  {one.file === null ? "put on record" : `imported from ${one.file}`},{" "}
                  {momentText(one.recordedAt)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {undo.isError && (
        <p role="alert" className="font-medium text-negative">
          {refusalOf(undo.error).message}
        </p>
      )}
      <Actions>
        <Button look="danger" disabled={blocked || undo.isPending} onClick={() => undo.mutate({ id })}>
          {undo.isPending ? "Undoing" : "Undo it"}
        </Button>
      </Actions>
    </div>
  );
}
