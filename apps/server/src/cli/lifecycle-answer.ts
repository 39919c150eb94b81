import { churnReasons } from "@termwise/core/facts";
import { type Gate, stageNames } from "@termwise/core/lifecycle";
import { explained, type Standing, stateWords } from "./lifecycle-explained.ts";
import { type Answer, listing } from "./print.ts";

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** The gate an account has before it: of Adopted, its own, which it has to go on passing. */
function gateAhead({ column, earned }: Standing): Gate | null {
  if (column === "churn") return null;
  if (earned === null) return "won";
  return earned === "won" ? "onboarded" : "adopted";
}

function headOf(name: string, standing: Standing): string {
  const { on, column, columnSince, earned, earnedSince, staleSince, skipped, returns, life } = standing;
  if (column === null)
    return `${name} on ${on}: nothing is won\n${life === null ? "No deal and no contract is on record by then." : "A deal is on record that is not closed and signed."}`;
  return [
    `${name} on ${on}: ${stageNames[column]} since ${columnSince}, ${many(standing.days, "day")}`,
    ...(earned !== null && earned !== column
      ? [`Earned stage: ${stageNames[earned]} since ${earnedSince}`]
      : []),
    ...(earned !== null && skipped.length > 0
      ? [`${skipped.map((stage) => stageNames[stage]).join(" and ")} was never shown in this life`]
      : []),
    ...(earned !== null && staleSince !== null
      ? [`What ${stageNames[earned]} rests on has been out of date since ${staleSince}`]
      : []),
    ...(returns > 0 ? [`It came back ${returns === 1 ? "once" : `${returns} times`} after it had left`] : []),
  ].join("\n");
}

/** The motions over the earned stage, a line each. */
function motionsOf({ renewal, expansions }: Standing): string[] {
  return [
    ...(renewal === null
      ? []
      : [
          `Renewal of the term that ends on ${renewal.termEndsOn}, in ${many(renewal.daysLeft, "day")}: ${renewal.says} Owner: ${renewal.owner?.name ?? renewal.owner?.role ?? "nobody"}.`,
        ]),
    ...expansions.map(
      ({ entry }) =>
        `Expansion (${entry.type.replaceAll("_", " ")}) open since ${entry.openedOn}. Owner: ${entry.owner.name}.`,
    ),
  ];
}

function missingOf(standing: Standing): string[] {
  const ahead = gateAhead(standing);
  const gate = standing.gates.find((one) => one.gate === ahead);
  if (ahead === null || gate === undefined) return [];
  const open = gate.clauses.filter(({ state }) => state !== "met" && state !== "waived");
  if (open.length === 0) return [`Every clause of ${stageNames[ahead]} holds.`];
  return [
    `Missing for ${stageNames[ahead]}, ${open.length} of ${many(gate.clauses.length, "clause")}:`,
    listing(
      ["Clause", "State", "What it takes"],
      3,
      open.map(({ label, state, says }) => [label, stateWords[state], says]),
    ),
  ];
}

function lossOf({ losses, column }: Standing): string[] {
  const last = losses.at(-1);
  if (column !== "churn" || last === undefined) return [];
  const why =
    last.reason === null
      ? "Nobody has said why."
      : `Reason: ${churnReasons[last.reason].name}${last.preventable === true ? ", preventable" : last.preventable === false ? ", not preventable" : ""}.`;
  return [`It left on ${last.on}. ${why}`];
}

/** Where an account stands, in the three forms a command can print. */
export function standingAnswer(name: string, standing: Standing, explain: boolean): Answer {
  const motions = motionsOf(standing);
  return {
    json: { name, ...standing },
    csv: {
      header: [
        "account_id",
        "account",
        "on",
        "column",
        "earned",
        "gate",
        "clause",
        "state",
        "says",
        "evidence",
      ],
      rows: standing.gates.flatMap(({ gate, clauses }) =>
        clauses.map(({ id, state, says, evidence }) => [
          standing.accountId,
          name,
          standing.on,
          standing.column,
          standing.earned,
          gate,
          id,
          state,
          says,
          evidence.map(({ observed, system, on }) => `${observed} (${system}, ${on})`).join("; "),
        ]),
      ),
    },
    text: [
      headOf(name, standing),
      ...lossOf(standing),
      ...(motions.length > 0 ? [motions.join("\n")] : []),
      ...(explain ? explained(standing) : missingOf(standing)),
    ],
  };
}
