import { type StageKey, stageLooks } from "../../ui/stage-mark.tsx";
import type { MoveAnswer } from "./lifecycle.ts";

/** What an answer to a move says in its title. */
export function titleOf({ outcome, from }: Pick<MoveAnswer, "outcome" | "from">, name: string, to: StageKey) {
  if (outcome === "there") return `${name} is in ${stageLooks[to].name}`;
  if (outcome === "open") return `${name} to ${stageLooks[to].name}`;
  return from === null ? `${name} stays where it is` : `${name} stays in ${stageLooks[from].name}`;
}
