import type { Answer, Example } from "../../glossary/index.ts";
import type { QuotaCase } from "../plain-credit.ts";

const ines = { person: "Ines Carvalho", began: "Ines Carvalho", as: "csm" } as const;
const found = { began: ines.began, as: ines.as, wonOn: "2026-05-04" } as const;

/** Expansion towards a quota. */
export const expansionQuotaExamples: readonly Example<QuotaCase, Answer>[] = [
  {
    scenario: "S-31",
    title: "60,000 that she found of 200,000; 15,000 that the AE found at the same account count nothing",
    given: {
      person: ines.person,
      quota: "20000000",
      expansions: [
        { ...found, amount: "4000000" },
        { ...found, amount: "2000000" },
        { began: "Theo Novak", as: "ae", wonOn: "2026-05-04", amount: "1500000" },
      ],
    },
    expect: "0.300000",
  },
  {
    title: "Who closes it does not matter, and what is not won yet does not count",
    given: {
      person: ines.person,
      quota: "20000000",
      expansions: [
        { ...found, closer: ines.person, amount: "2000000" },
        { began: ines.began, as: ines.as, amount: "9000000" },
      ],
    },
    expect: "0.100000",
  },
];

/** Growth and renewals towards a quota. */
export const attainmentExamples: readonly Example<QuotaCase, Answer>[] = [
  {
    title: "70,000 of growth and 130,000 of renewals of 250,000",
    given: {
      person: ines.person,
      quota: "25000000",
      expansions: [{ ...found, amount: "7000000" }],
      renewals: [
        { owner: ines.person, on: "2026-03-31", amount: "9000000" },
        { owner: ines.person, on: "2026-12-31", amount: "4000000" },
        { owner: "Jon Aske", on: "2026-12-31", amount: "5000000" },
        { owner: ines.person, on: "2027-01-01", amount: "6000000" },
      ],
    },
    expect: "0.800000",
  },
  {
    title: "More than was asked is more than 100 %",
    given: {
      person: ines.person,
      quota: "10000000",
      expansions: [{ ...found, amount: "12000000" }],
    },
    expect: "1.200000",
  },
  {
    title: "Without a quota there is no attainment, and it is not 0 %",
    given: { person: ines.person, quota: "0", expansions: [{ ...found, amount: "7000000" }] },
    expect: { unknown: "Ines Carvalho has no quota from 2026-01-01 to 2026-12-31." },
  },
];
