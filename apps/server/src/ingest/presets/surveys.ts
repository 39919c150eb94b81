import type { Preset } from "./preset.ts";

const answered = [
  ...["Created At", "Response Date", "Survey Date"],
  ...["Response Created At", "Response Created At (UTC)"],
] as const;

const columns = {
  // What is called ID is the answer's.
  account_id: null,
  account_name: ["Company", "Company Name", "Account", "Organization"],
  account_domain: ["Email", "Person Email"],
  person: ["Name", "Person Name", "Person ID"],
  score: "Score",
  comment: "Comment",
  answered_at: [...answered, "Created", "Date"],
  about: null,
} as const;

/** Exports of answers to surveys, each told apart by its person's mail address where no company stands beside it. */
export const surveyPresets: readonly Preset[] = [
  {
    id: "delighted-answers",
    vendor: "Delighted",
    title: "answers to the NPS",
    system: "delighted",
    telling: [["Score"], ["Comment"], ["Email", "Person Email"], answered],
    never: ["Survey Type", "Survey"],
    settings: { kind: "survey_answers", columns, constants: { survey: "nps" } },
  },
  {
    id: "delighted-answers-of-types",
    vendor: "Delighted",
    title: "answers to surveys of several types",
    system: "delighted",
    telling: [["Score"], ["Comment"], ["Email", "Person Email"], answered, ["Survey Type", "Survey"]],
    settings: { kind: "survey_answers", columns: { ...columns, survey: ["Survey Type", "Survey"] } },
  },
];
