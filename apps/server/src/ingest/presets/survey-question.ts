import type { SurveyKind } from "@termwise/core/facts";
import { attributeFields } from "../fields/accounts.ts";
import { headerWords } from "../header-words.ts";
import { mapHeaders } from "../map-headers.ts";
import type { Preset } from "./preset.ts";

/** What a survey asks, by which its kind is known whatever product it asks about. */
const questions: readonly (readonly [SurveyKind, RegExp])[] = [
  ["nps", /\bhow likely\b.*\brecommend|\bwie wahrscheinlich\b.*empfehlen/],
  ["csat", /\bhow satisfied\b|\bwie zufrieden\b/],
  ["ces", /\bhow easy\b|\bwie (einfach|leicht)\b/],
];
/** The question that goes with the number: its answer is in words. */
const openQuestion = /\b(why|reason|improve|tell us|anything else|warum|grund)\b/;

const answeredAt = [
  ...["submitted at", "submit date", "submission date", "date submitted", "responded at", "response date"],
  ...[
    "answered at",
    "answered on",
    "completed at",
    "end date",
    "recorded date",
    "timestamp",
    "created at",
    "date",
  ],
];
const mail = ["email", "email address", "e mail"];
const person = ["name", "respondent", "respondent id", "user", "user id"];
/** Who answered, where nothing better tells. */
const answerId = ["network id", "response id", "submission id", "number"];
const accountId = ["account id", "customer id", "company id", "organization id", "workspace id", "crm id"];

/**
 * The export of a survey tool whose header is the question itself, as Typeform and form builders write it; none where no
 * header asks one. Its own ids are of answers and respondents, never of accounts.
 */
export function surveyQuestion(headers: readonly string[]): readonly Preset[] {
  const words = headers.map((header) => headerWords(header).words);
  const first = (...called: readonly string[]) =>
    called.map((one) => headers[words.indexOf(one)]).find((header) => header !== undefined);
  for (const [survey, asks] of questions) {
    const score = headers[words.findIndex((one) => asks.test(one))];
    if (score === undefined) continue;
    const when = first(...answeredAt);
    // A list of accounts may carry the last answer of each: it says more of them, and not when that was given.
    if (when === undefined && saysMoreOfAccounts(headers)) continue;
    const comment = headers[words.findIndex((one) => openQuestion.test(one) && !asks.test(one))];
    // A mail address tells the account, and who answered where no column names them.
    const account_domain = first(...mail);
    const who = first(...person) ?? (account_domain === undefined ? first(...answerId) : undefined);
    const read = { score, comment, answered_at: when, person: who, account_domain };
    return [
      {
        id: "survey-question",
        vendor: "Survey tool",
        title: `answers (${survey.toUpperCase()})`,
        system: "survey",
        telling: [[score], ...(when === undefined ? [] : [[when]])],
        settings: {
          kind: "survey_answers",
          columns: {
            account_id: first(...accountId) ?? null,
            about: null,
            ...Object.fromEntries(
              Object.entries(read).flatMap(([field, header]) =>
                header === undefined ? [] : [[field, header]],
              ),
            ),
          },
          constants: { survey },
        },
      },
    ];
  }
  return [];
}

function saysMoreOfAccounts(headers: readonly string[]): boolean {
  const attributes = new Set<string>(attributeFields.map(({ name }) => name));
  return mapHeaders(headers, "accounts", {}).columns.some(({ field }) => attributes.has(field.name));
}
