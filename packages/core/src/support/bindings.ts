import { answerOf, type Binding, binderOf, shareText } from "../glossary/index.ts";
import { decimalText } from "../kernel/index.ts";
import { firstContactExamples, resolutionExamples, type SupportGiven } from "./examples.ts";
import { firstContactResolution, timeToResolution } from "./resolution.ts";
import { SupportCase } from "./support-case.ts";
import { terms } from "./terms.ts";

const casesOf = ({ cases }: SupportGiven): SupportCase[] =>
  cases.flatMap(({ opened, solved = null, contacts = 1, reopened = false, times = 1 }, at) =>
    Array.from({ length: times }, (_, n) =>
      SupportCase.parse({ id: `${at}.${n}`, openedAt: opened, solvedAt: solved, contacts, reopened }),
    ),
  );

const firstContact = (given: SupportGiven) => answerOf(firstContactResolution(casesOf(given)), shareText);

const resolution = (given: SupportGiven) => {
  const { median, open } = timeToResolution(casesOf(given));
  return { median: answerOf(median, (days) => decimalText(days, 2)), open };
};

const bound = binderOf(terms, "@termwise/core/support");

/** The words for support, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("fcr", "firstContactResolution", firstContact, firstContactExamples),
  ...bound("ttr", "timeToResolution", resolution, resolutionExamples),
];
