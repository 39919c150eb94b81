import type { ReactNode } from "react";
import { moveAddress } from "./lifecycle.ts";
import { MovePanel } from "./move-panel.tsx";

/** The panel of the move an address asks for; null: it asks for none. `nameOf`: what an account of the page is called. */
export function movePanelOf(
  panel: string | undefined,
  nameOf: (accountId: string) => string | undefined,
): ReactNode {
  const move = moveAddress(panel);
  return (
    move && (
      <MovePanel
        key={`${move.accountId} ${move.to}`}
        accountId={move.accountId}
        name={nameOf(move.accountId) ?? "This account"}
        to={move.to}
      />
    )
  );
}
