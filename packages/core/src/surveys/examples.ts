import type { Answer, Example } from "../glossary/index.ts";
import type { PlainAnswers } from "./plain-answers.ts";
import type { SurveyPolicy } from "./policy.ts";

/** Answers to one survey, with the policy where it is not that of the house. */
export interface SurveyCase {
  readonly answers: PlainAnswers;
  readonly policy?: Partial<SurveyPolicy>;
}

/** Who promotes, who does not, and the score. */
export interface NpsText {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly score: Answer;
}

const twenty = [10, 10, 10, 10, 10, 9, 9, 9, 9, 9, 8, 8, 8, 7, 7, 7, 6, 5, 3, 0];

/** Net promoter scores. */
export const npsExamples: readonly Example<SurveyCase, NpsText>[] = [
  {
    title: "Of 20 people ten promote and four detract: 50 less 20",
    given: { answers: twenty },
    expect: { promoters: 10, passives: 6, detractors: 4, score: "30.0" },
  },
  {
    title: "An answer of 5 detracts; 6 does too, 7 does not, and 9 promotes",
    given: { answers: [5, 6, 7, 8, 9] },
    expect: { promoters: 1, passives: 2, detractors: 2, score: "-20.0" },
  },
  {
    title: "Whoever answers twice counts once, by the later answer",
    given: {
      answers: [
        { who: "Ana", score: 3, on: "2026-05-01" },
        { who: "Ana", score: 9, on: "2026-05-20" },
        { who: "Ben", score: 10, on: "2026-05-20" },
        { who: "Ben", score: 6, on: "2026-05-21" },
        7,
        7,
        7,
      ],
    },
    expect: { promoters: 1, passives: 3, detractors: 1, score: "0.0" },
  },
  {
    title: "Four answers are too few for a score",
    given: { answers: [10, 10, 10, 10] },
    expect: {
      promoters: 4,
      passives: 0,
      detractors: 0,
      score: { unknown: "4 answers: fewer than the 5 it takes." },
    },
  },
  {
    title: "Nobody detracts: the score is 100",
    given: { answers: [10, 10, 9, 9, 10] },
    expect: { promoters: 5, passives: 0, detractors: 0, score: "100.0" },
  },
];

/** Satisfaction on a scale from 1 to 5. */
export const csatExamples: readonly Example<SurveyCase, Answer>[] = [
  { title: "5, 4, 4, 4 and 3", given: { answers: [5, 4, 4, 4, 3] }, expect: "4.00 of 1 to 5, 5 answers" },
  {
    title: "One person is asked about two cases: both answers count, each by its latest",
    given: {
      answers: [
        { who: "Ana", score: 1, about: "case 1", on: "2026-05-01" },
        { who: "Ana", score: 5, about: "case 1", on: "2026-05-03" },
        { who: "Ana", score: 2, about: "case 2" },
        { who: "Ben", score: 4, about: "case 3" },
        { who: "Ben", score: 5, about: "case 4" },
        { who: "Cem", score: 4, about: "case 5" },
      ],
    },
    expect: "4.00 of 1 to 5, 5 answers",
  },
  {
    title: "On another scale",
    given: { answers: [10, 9, 8, 6, 7], policy: { csatTop: 10 } },
    expect: "8.00 of 1 to 10, 5 answers",
  },
  {
    title: "One answer is no score",
    given: { answers: [5] },
    expect: { unknown: "1 answer: fewer than the 5 it takes." },
  },
];

/** Effort on a scale from 1 to 7, where 7 is easy. */
export const cesExamples: readonly Example<SurveyCase, Answer>[] = [
  { title: "7, 6, 6, 4 and 2", given: { answers: [7, 6, 6, 4, 2] }, expect: "5.00 of 1 to 7, 5 answers" },
  {
    title: "Where three answers are held to be enough",
    given: { answers: [7, 6, 2], policy: { minimumAnswers: 3 } },
    expect: "5.00 of 1 to 7, 3 answers",
  },
  {
    title: "Without answers there is none",
    given: { answers: [] },
    expect: { unknown: "0 answers: fewer than the 5 it takes." },
  },
];

/** Answers to the three surveys. */
export interface ExperienceCase {
  readonly csat: PlainAnswers;
  readonly nps: PlainAnswers;
  readonly ces: PlainAnswers;
  readonly policy?: Partial<SurveyPolicy>;
}

const threeSurveys = { csat: [5, 4, 4, 4, 4], nps: twenty, ces: [6, 5, 5, 5, 5] };

/** The three surveys as one number from 0 to 100. */
export const experienceExamples: readonly Example<ExperienceCase, Answer>[] = [
  {
    title: "4.2 of 5 is 80, an NPS of 30 is 65, 5.2 of 7 is 70: with equal weights",
    given: threeSurveys,
    expect: "71.7",
  },
  {
    title: "With CSAT counted twice",
    given: { ...threeSurveys, policy: { csatWeight: 2 } },
    expect: "73.8",
  },
  {
    title: "A survey nobody answered leaves it unknown, and not low",
    given: { ...threeSurveys, ces: [] },
    expect: { unknown: "CES: 0 answers: fewer than the 5 it takes." },
  },
  {
    title: "A survey of weight 0 is not asked for",
    given: { ...threeSurveys, ces: [], policy: { cesWeight: 0 } },
    expect: "72.5",
  },
];

/** A quarter, the answers of its NPS survey, and what people said or did. */
export interface DelightCase {
  readonly quarter: string;
  readonly answers: PlainAnswers;
  readonly signs: readonly { readonly on: string; readonly person: string; readonly act: string }[];
}

/** What shows that customers are more than satisfied. */
export const delightExamples: readonly Example<
  DelightCase,
  { readonly nps: Answer; readonly praise: number; readonly acts: number; readonly people: number }
>[] = [
  {
    title: "Two promoters, one of whom praised as well, and a reference call by a third person",
    given: {
      quarter: "2026-Q2",
      answers: [{ who: "Ana", score: 10 }, { who: "Ben", score: 9 }, 8, 7, 4],
      signs: [
        { on: "2026-05-11", person: "Ana", act: "praise" },
        { on: "2026-06-30", person: "Cem", act: "reference_call" },
        { on: "2026-07-01", person: "Dora", act: "praise" },
      ],
    },
    expect: { nps: "20.0", praise: 1, acts: 1, people: 3 },
  },
  {
    title: "Silence is no delight",
    given: { quarter: "2026-Q2", answers: [], signs: [] },
    expect: { nps: { unknown: "0 answers: fewer than the 5 it takes." }, praise: 0, acts: 0, people: 0 },
  },
];

const month = (on: string, ...scores: readonly number[]) =>
  scores.map((score, at) => ({ who: `p${at}`, score, on }));

/** The mood from month to month. */
export const pulseExamples: readonly Example<
  SurveyCase,
  { readonly months: string[]; readonly change: Answer }
>[] = [
  {
    title: "From 4.2 in March to 3.6 in May",
    given: {
      answers: [
        ...month("2026-03-01", 5, 4, 4, 4, 4),
        ...month("2026-04-01", 4, 4, 4, 4, 4),
        ...month("2026-05-01", 4, 4, 4, 3, 3),
      ],
    },
    expect: { months: ["2026-03 4.20", "2026-04 4.00", "2026-05 3.60"], change: "-0.60" },
  },
  {
    title: "A month that too few answered in is left out of the movement",
    given: {
      answers: [...month("2026-03-01", 5, 4, 4, 4, 4), ...month("2026-04-01", 1)],
    },
    expect: {
      months: ["2026-03 4.20", "2026-04 unknown"],
      change: { unknown: "A movement takes two months that enough people answered in." },
    },
  },
];
