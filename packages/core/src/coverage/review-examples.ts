import { type Examples, enterprise } from "./examples.ts";

const strategic = { attribute: "strategic", value: "yes" } as const;
const sponsor = { who: "vera", role: "sponsor", since: "2024-01-01" } as const;

/** Customers, and how their business reviews stand. */
export const reviewExamples = {
  qbr: [
    {
      title: "None in this quarter nor in the one before: missed",
      given: { record: { attributes: [enterprise] }, on: "2025-10-05", since: "2024-01-01" },
      expect: ["qbr missed, by 2025-12-31"],
    },
    {
      title: "Held in the one before: due",
      given: {
        record: { attributes: [enterprise], touches: [{ on: "2025-09-30", type: "qbr" }] },
        on: "2025-10-05",
        since: "2024-01-01",
      },
      expect: ["qbr due, by 2025-12-31"],
    },
    {
      title: "A customer of August has missed nothing in October",
      given: { record: { attributes: [enterprise] }, on: "2025-10-05", since: "2025-08-01" },
      expect: ["qbr due, by 2025-12-31"],
    },
  ],
  ebr: [
    {
      title: "Without the sponsor it was another meeting",
      given: {
        record: {
          attributes: [strategic],
          roles: [sponsor],
          touches: [
            { on: "2025-03-01", type: "ebr", with: ["ana"] },
            { on: "2025-04-01", type: "annual_review", with: ["vera"] },
          ],
        },
        on: "2025-10-05",
        since: "2025-01-15",
      },
      expect: ["ebr due, by 2025-12-31, without sponsor", "annual_review held, by 2025-12-31"],
    },
  ],
  "business-review": [
    {
      scenario: "S-16",
      title: "Our exec sponsor belongs into the annual review: held without him, it says so",
      given: {
        record: {
          attributes: [strategic, { attribute: "exec_sponsor", value: "Vincent Price" }],
          roles: [sponsor],
          touches: [
            { on: "2025-03-01", type: "ebr", with: ["vera"] },
            { on: "2025-04-01", type: "annual_review", with: ["vera"], ours: ["Mara Klein"] },
          ],
        },
        on: "2025-10-05",
        since: "2024-01-01",
      },
      expect: ["ebr held, by 2025-12-31", "annual_review held, by 2025-12-31, without exec_sponsor"],
    },
    {
      scenario: "S-16",
      title: "With him, nobody is missing",
      given: {
        record: {
          attributes: [strategic, { attribute: "exec_sponsor", value: "Vincent Price" }],
          roles: [sponsor],
          touches: [{ on: "2025-04-01", type: "annual_review", with: ["vera"], ours: ["Vincent Price"] }],
        },
        on: "2025-10-05",
        since: "2025-01-15",
      },
      expect: ["ebr due, by 2025-12-31", "annual_review held, by 2025-12-31"],
    },
  ],
} satisfies Examples<string[]>;
