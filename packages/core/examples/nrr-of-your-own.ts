import { factsOfPlainLines } from "@termwise/core/facts";
import { findTerm, termById } from "@termwise/core/registry";
import { figureOfFacts } from "@termwise/core/retention";

// Contract lines: who, the first and the last day in force, and ARR or seats at a price.
const facts = factsOfPlainLines([
  { account: "acme", from: "2024-01-01", to: "2025-06-30", arr: "60000" },
  { account: "acme", from: "2025-07-01", arr: "84000" },
  { account: "globex", from: "2024-03-15", seats: 20, price: "100", per: "month" },
  { account: "initech", from: "2024-02-01", to: "2025-09-30", arr: "12000" },
  { account: "umbrella", from: "2025-05-01", arr: "30000" },
]);

for (const id of ["nrr", "grr", "logo-retention"] as const) {
  const figure = figureOfFacts(facts, termById(id), { period: "2025" });
  console.log(`${figure.name} ${figure.value} = ${figure.numerator} / ${figure.denominator}`);
}

const strict = figureOfFacts(facts, termById("grr"), {
  period: "2025",
  policy: { grrMethod: "per_customer_min" },
});
console.log(strict.policyText.split(". ")[3]);
console.log(findTerm("GRR")?.notNotes[0]);
