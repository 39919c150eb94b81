import type { Role } from "../access/index.ts";
import type { AccountEntryKind } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { type Clause, openClauses } from "./clause.ts";
import { type Stage, stageNames } from "./names.ts";
import { type Standing, standingOn } from "./standing.ts";

/** What putting something on record would make of a move. */
export interface NextStep {
  /** The kind of entry that does it. */
  readonly entry: AccountEntryKind;
  readonly label: string;
}

/**
 * The answer to somebody who wants an account in another column. `there`: it is there already. `open`: it goes there by
 * putting `next` on record. `refused`: it cannot, for the reason, with what is missing and who may let it pass.
 */
export interface MoveAnswer {
  readonly outcome: "there" | "open" | "refused";
  readonly says: string;
  readonly missing: readonly Clause[];
  readonly passed: readonly Clause[];
  readonly mayWaive: readonly Role[];
  readonly next: readonly NextStep[];
}

/** The roles that may let a criterion pass for a while. */
export const waivers: readonly Role[] = ["cs_manager", "cs_ops"];

const answer = (
  outcome: MoveAnswer["outcome"],
  says: string,
  more: Partial<MoveAnswer> = {},
): MoveAnswer => ({
  outcome,
  says,
  missing: [],
  passed: [],
  mayWaive: [],
  next: [],
  ...more,
});

/** What it takes to have an account in a column on a day, as a colleague would say it. */
export function tryMove(record: CustomerRecord, rules: HouseRules, to: Stage, on: Day): MoveAnswer {
  const standing = standingOn(record, rules, on);
  if (standing.column === to) return answer("there", `It is in ${stageNames[to]} already.`);
  if (to === "churn") return toChurn(standing);
  if (standing.column === null) return toWonFirst(standing);
  if (standing.column === "churn")
    return answer(
      "refused",
      "The customer has left. It comes back at Won when a new deal is closed as won and its contract signed.",
      { next: [{ entry: "deal_closed", label: "Record the new deal" }] },
    );
  if (to === "expansion") return toExpansion(standing);
  if (to === "renewal") return toRenewal(standing);
  return toEarned(standing, to);
}

function toWonFirst({ gates }: Standing): MoveAnswer {
  return answer(
    "refused",
    "Nothing is won here yet: the lifecycle begins with a deal that is closed and signed.",
    {
      missing: openClauses(gates.won),
      next: [{ entry: "deal_closed", label: "Record the deal" }],
    },
  );
}

function toChurn({ life }: Standing): MoveAnswer {
  if (life?.lostOn)
    return answer("open", "Say why it left.", {
      next: [{ entry: "churn_reason", label: "Record the reason" }],
    });
  return answer(
    "refused",
    "Churn follows from the contract: it comes on the day the ARR ends. Import the end of the term or the notice; then say why it left.",
  );
}

function toExpansion({ column, renewal }: Standing): MoveAnswer {
  const opening = { next: [{ entry: "expansion", label: "Open an expansion" }] } as const;
  if (column === "renewal")
    return answer(
      "open",
      `Its renewal is open until ${renewal?.termEndsOn} and keeps the column. The expansion is told on the card beneath it. Name its owner and source.`,
      opening,
    );
  return answer("open", "Name what is growing, who owns it and who found it.", opening);
}

function toRenewal({ renewal }: Standing): MoveAnswer {
  if (renewal === null)
    return answer("refused", "No term ends: its contract runs on, or what follows is signed already.");
  return answer(
    "open",
    `Its term ends on ${renewal.termEndsOn}; the renewal opens by itself on ${renewal.opensOn}. To begin the conversation before, name its owner.`,
    {
      next: [
        { entry: "renewal_started", label: "Start the renewal" },
        { entry: "renewal_step", label: "Plan a preparation" },
      ],
    },
  );
}

function toEarned(standing: Standing, to: "won" | "onboarded" | "adopted"): MoveAnswer {
  const { column, earned, gates, renewal } = standing;
  if (earned === to) {
    if (column === "renewal")
      return answer(
        "refused",
        `${stageNames[to]} is what it has earned; the column shows its renewal, open until the term that ends on ${renewal?.termEndsOn} is renewed or lost.`,
      );
    return answer(
      "open",
      `${stageNames[to]} is what it has earned; close the expansion and it is back there.`,
      {
        next: [{ entry: "expansion", label: "Close the expansion" }],
      },
    );
  }
  const order = ["won", "onboarded", "adopted"];
  if (earned !== null && order.indexOf(to) < order.indexOf(earned)) return back(standing, to);
  const gate = gates[to];
  const missing = openClauses(gate);
  const passed = gate.clauses.filter((clause) => !missing.includes(clause));
  if (to === "adopted")
    return answer(
      "refused",
      `Adopted is measured, never set by hand. ${counted(missing.length, "clause")} of ${gate.clauses.length} ${missing.length === 1 ? "is" : "are"} not met yet; it moves by itself when usage shows it.`,
      { missing, passed, next: [] },
    );
  const onlyFlag = missing.length === 1 && missing[0]?.id === "csm_flag";
  if (onlyFlag)
    return answer("open", "All four criteria are met. Set the CSM flag and it is Onboarded.", {
      missing,
      passed,
      next: [{ entry: "onboarded_flag", label: "Set the flag" }],
    });
  return answer(
    "refused",
    `${passed.length} of ${counted(gate.clauses.length, "clause")} ${passed.length === 1 ? "holds" : "hold"}; ${missing.length} still ${missing.length === 1 ? "needs" : "need"} evidence. A kickoff that was held, or being live, is not enough.`,
    {
      missing,
      passed,
      mayWaive: waivers,
      next: [
        { entry: "evidence", label: "Record evidence" },
        { entry: "waiver", label: "Waive a criterion" },
      ],
    },
  );
}

function back({ earned }: Standing, to: "won" | "onboarded" | "adopted"): MoveAnswer {
  if (earned === null) return answer("refused", "Nothing is won here yet.");
  return answer(
    "open",
    `Moving it back from ${stageNames[earned]} to ${stageNames[to]} needs a reason. Evidence counts anew from then on.`,
    { mayWaive: waivers, next: [{ entry: "setback", label: `Move back to ${stageNames[to]}` }] },
  );
}

const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
