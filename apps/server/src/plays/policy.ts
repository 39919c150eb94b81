import { parametersOn } from "@termwise/core/governance";
import type { Day } from "@termwise/core/kernel";
import { housePlayPolicy, PlayPolicy } from "@termwise/core/plays";
import { proposalsIn } from "../definitions/agreed.ts";
import type { Books } from "../derive/books.ts";

/** The choices of plays that hold on a day: those the teams agreed on, else those of the house. */
export function playPolicyOn(books: Pick<Books, "known">, on: Day): PlayPolicy {
  const agreed = parametersOn(proposalsIn(books.known.now), on);
  const own = Object.fromEntries(Object.entries(agreed).filter(([name]) => name in PlayPolicy.shape));
  const read = PlayPolicy.safeParse(own);
  return read.success ? read.data : housePlayPolicy;
}
