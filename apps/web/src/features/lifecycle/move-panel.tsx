import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useSearchState } from "../../lib/use-search.ts";
import { Chip } from "../../ui/chip.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import type { StageKey } from "../../ui/stage-mark.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { moveQuery } from "./lifecycle.ts";
import { MoveAnswered } from "./move-answered.tsx";
import { titleOf } from "./move-title.ts";
import { keepFocus } from "./use-move.ts";

interface Props {
  accountId: string;
  name: string;
  to: StageKey;
}

const outcomes = {
  refused: { tone: "negative", word: "Move refused" },
  open: { tone: "info", word: "What it takes" },
  there: { tone: "positive", word: "There" },
} as const;

/** What it takes to have an account in a column: what is missing, what holds, who may help, and the way to do it. */
export function MovePanel({ accountId, name, to }: Props) {
  const query = useQuery(moveQuery(accountId, to));
  const { change } = useSearchState();
  const answer = query.data;
  return (
    <SidePanel
      title={
        <>
          {answer && <Chip tone={outcomes[answer.outcome].tone}>{outcomes[answer.outcome].word}</Chip>}
          <span className="basis-full">{answer ? titleOf(answer, name, to) : name}</span>
        </>
      }
      footer={
        <Link to="/accounts/$accountId/lifecycle" params={{ accountId }}>
          Open the account's lifecycle
        </Link>
      }
    >
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-2 pb-4">
        <Loaded query={query} what="What this move takes" skeleton={<Skeleton className="h-60" />}>
          {(answered) => (
            <MoveAnswered
              accountId={accountId}
              name={name}
              to={to}
              answer={answered}
              onDone={() => {
                change({ panel: undefined }, { push: true });
                keepFocus(accountId, to);
              }}
            />
          )}
        </Loaded>
      </div>
    </SidePanel>
  );
}
