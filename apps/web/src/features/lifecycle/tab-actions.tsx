import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import type { StageKey } from "../../ui/stage-mark.tsx";
import { type FormKey, mayUse } from "./entry-forms.ts";
import { moveQuery, type Standing } from "./lifecycle.ts";
import type { Ask } from "./lifecycle-tab.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { MoveMenu } from "./move-menu.tsx";
import { useTellRefused } from "./use-tell-refused.ts";

interface Props {
  standing: Standing;
  name: string;
  onAsk: Ask;
}

/** What can be put on record of the account now, the step it is waiting for first. */
export function TabActions({ standing, name, onAsk }: Props) {
  const [to, setTo] = useState<StageKey | null>(null);
  const client = useQueryClient();
  const tellRefused = useTellRefused();
  const { earned, column, kickoffAt, accountId } = standing;
  const ask = (stage: StageKey) => {
    setTo(stage);
    client.fetchQuery(moveQuery(accountId, stage)).then(
      (answer) => tellRefused(accountId, stage, answer),
      // What went wrong with asking stands in the dialog.
      () => undefined,
    );
  };
  const actions: { key: FormKey; label: string; fits: boolean }[] = [
    { key: "onboarded_flag", label: "Set the CSM flag", fits: waitsForFlag(standing) },
    { key: "deal_closed", label: "Record the deal", fits: earned === null },
    { key: "evidence", label: "Record evidence", fits: earned !== null },
    { key: "confirmation", label: "Record a confirmation", fits: earned !== null },
    { key: "kickoff", label: "Record the kickoff", fits: earned !== null && kickoffAt === null },
    { key: "setback", label: "Move back", fits: earned === "onboarded" || earned === "adopted" },
    { key: "churn_reason", label: "Say why it left", fits: column === "churn" },
  ];
  return (
    <div className="flex flex-wrap gap-2">
      {actions
        .filter(({ key, fits }) => fits && mayUse(key))
        .map(({ key, label }) => (
          <Button
            key={key}
            look={key === "onboarded_flag" ? "primary" : "plain"}
            aria-haspopup="dialog"
            onClick={() => onAsk(key)}
          >
            {label}
          </Button>
        ))}
      {column !== null && mayUse("evidence") && <MoveMenu name={name} column={column} onMove={ask} worded />}
      <MoveDialog accountId={accountId} name={name} to={to} onClose={() => setTo(null)} />
    </div>
  );
}

/** The four criteria hold, and only the flag is missing. */
function waitsForFlag({ gates }: Standing): boolean {
  const open = gates
    .find(({ gate }) => gate === "onboarded")
    ?.clauses.filter(({ state }) => state !== "met" && state !== "waived");
  return open?.length === 1 && open[0]?.id === "csm_flag";
}
