import { Button } from "../../ui/button.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import type { SessionTerm } from "./session.ts";

interface Props {
  term: SessionTerm;
  /** The teams that have not answered, by name. */
  silent: readonly string[];
  open: boolean;
  onClose: () => void;
  onReveal: () => void;
}

/** Asks before answers are revealed that a team would lose the chance to give its own. */
export function RevealQuestion({ term, silent, open, onClose, onReveal }: Props) {
  const names = silent.join(" and ");
  return (
    <Dialog open={open} onClose={onClose} title={`Reveal ${term.name} without ${names}?`}>
      <p className="mb-3 text-xs text-muted">
        {names} {silent.length === 1 ? "has" : "have"} not answered, and cannot once the answers are in sight.
        The term can then not be found agreed and matching.
      </p>
      <Actions>
        <Button look="primary" size="large" onClick={onReveal}>
          Reveal without
        </Button>
        <Button size="large" onClick={onClose}>
          Wait
        </Button>
      </Actions>
    </Dialog>
  );
}
