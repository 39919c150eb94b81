import { useQuery } from "@tanstack/react-query";
import { Dialog } from "../../ui/dialog.tsx";
import type { StageKey } from "../../ui/stage-mark.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { moveQuery } from "./lifecycle.ts";
import { MoveAnswered } from "./move-answered.tsx";
import { titleOf } from "./move-title.ts";

interface Props {
  accountId: string;
  name: string;
  /** The column asked for; null: none is. */
  to: StageKey | null;
  onClose: () => void;
}

/** What it takes to have an account in a column, where there is no board beside it. */
export function MoveDialog({ accountId, name, to, onClose }: Props) {
  const query = useQuery({ ...moveQuery(accountId, to ?? "won"), enabled: to !== null });
  return (
    <Dialog
      open={to !== null}
      onClose={onClose}
      title={to !== null && query.data ? titleOf(query.data, name, to) : name}
    >
      {to !== null && (
        <Loaded query={query} what="What this move takes" skeleton={<Skeleton className="h-60" />}>
          {(answer) => (
            <MoveAnswered accountId={accountId} name={name} to={to} answer={answer} onDone={onClose} />
          )}
        </Loaded>
      )}
    </Dialog>
  );
}
