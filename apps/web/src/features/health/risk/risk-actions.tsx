import { Link, useNavigate } from "@tanstack/react-router";
import { refusalOf } from "../../../lib/trpc.ts";
import { offerUndo } from "../../../lib/undo.ts";
import { mayI } from "../../../lib/who.ts";
import { ActionMenu } from "../../../ui/action-menu.tsx";
import { Button, buttonClass } from "../../../ui/button.tsx";
import { useHealthWrites } from "../health.ts";
import type { Decision } from "./risk-dialog.tsx";
import type { RiskRow } from "./risk-words.ts";

interface Props {
  row: RiskRow;
  onDecide: (row: RiskRow, decision: Decision) => void;
  onEscalate: (row: RiskRow, does: "escalate" | "close") => void;
  onTrouble: (message: string | null) => void;
}

/** What can be done about an account at risk: begin its play, go on with it or end it, see it, raise it to an executive, give it to somebody, put it off, accept its loss. */
export function RiskActions({ row, onDecide, onEscalate, onTrouble }: Props) {
  const { startPlay, handleRisk, complete, reopen } = useHealthWrites();
  const navigate = useNavigate();
  const { accountId, name, place } = row;
  const proposed = row.runs.find(({ state }) => state === "proposed");
  const step = (of: object) => handleRisk({ accountId, step: of } as Parameters<typeof handleRisk>[0]);
  const doing = (work: Promise<unknown>) => {
    onTrouble(null);
    void work.catch((error: unknown) => onTrouble(refusalOf(error).message));
  };
  const begin = () =>
    proposed
      ? doing(startPlay({ runId: proposed.runId } as Parameters<typeof startPlay>[0]))
      : void navigate({ to: "/accounts/$accountId/plays", params: { accountId } });
  const see = () => doing(step({ does: "see" }));
  const next = row.runs.find(({ state }) => state === "running")?.next ?? null;
  const through = row.runs.find((run) => run.through);
  const finish = ({ task: entryId, title }: NonNullable<typeof next>) => {
    const task = { entryId } as Parameters<typeof complete>[0];
    const back = async () => void (await reopen(task as Parameters<typeof reopen>[0]));
    doing(complete(task).then(() => offerUndo(`Done: ${title}.`, back)));
  };
  if (!mayI("health.handleRisk")) return null;
  const actions = [
    ...(row.manager.seenAt ? [] : [{ key: "see", label: "Mark as seen", run: see }]),
    ...(row.escalation === null
      ? [{ key: "escalate", label: "Escalate…", run: () => onEscalate(row, "escalate") }]
      : [{ key: "close", label: "Close the escalation…", run: () => onEscalate(row, "close") }]),
    { key: "assign", label: "Assign…", run: () => onDecide(row, "assign") },
    ...(place === "queue"
      ? [
          { key: "snooze", label: "Put off…", run: () => onDecide(row, "snooze") },
          { key: "accept", label: "Accept the loss…", run: () => onDecide(row, "accept") },
        ]
      : [{ key: "resume", label: "Back into the queue", run: () => doing(step({ does: "resume" })) }]),
    {
      key: "plays",
      label: "Other plays",
      run: () => void navigate({ to: "/accounts/$accountId/plays", params: { accountId } }),
    },
  ];
  return (
    <span className="mt-1 inline-flex flex-wrap items-center gap-1">
      {place === "queue" && (proposed || row.runs.length === 0) && mayI("plays.start") && (
        <Button
          onClick={begin}
          aria-label={proposed ? `Begin ${proposed.name} at ${name}` : `Choose a play for ${name}`}
        >
          {proposed ? `Begin ${proposed.name}` : "Choose a play"}
        </Button>
      )}
      {place === "queue" && next && mayI("tasks.complete") && (
        <Button aria-label={`Step done: ${next.title}, ${name}`} onClick={() => finish(next)}>
          Step done
        </Button>
      )}
      {place === "queue" && through && mayI("plays.end") && (
        <Link
          to="/accounts/$accountId/plays"
          params={{ accountId }}
          search={{ end: through.runId }}
          className={buttonClass()}
          aria-label={`End the play: ${through.name}, ${name}`}
        >
          End the play…
        </Link>
      )}
      <ActionMenu label={`More about ${name}`} actions={actions} />
    </span>
  );
}
