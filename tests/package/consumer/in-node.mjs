// What another team does with the package in plain Node.js; prints what it found.
import machine from "@termwise/core/data/lifecycle.json" with { type: "json" };
import { PlainLine } from "@termwise/core/facts";
import { lifecycleStatechart, moveOf } from "@termwise/core/lifecycle";
import { findTerm, glossarySkos, terms } from "@termwise/core/registry";
import contractLine from "@termwise/core/schema/contract-line.json" with { type: "json" };
import { retentionOf } from "./retention-of.mjs";

const refused = PlainLine.safeParse({ account: "acme", from: "2025-02-30", arr: "1" });

console.log(
  JSON.stringify({
    retention: retentionOf([
      { account: "acme", from: "2024-01-01", to: "2025-06-30", arr: "60000" },
      { account: "acme", from: "2025-07-01", arr: "84000" },
      { account: "globex", from: "2024-02-01", to: "2025-09-30", arr: "20000" },
    ]),
    refused: refused.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`),
    moves: [moveOf("prospect", "deal_won"), moveOf("churn", "renewed")],
    machine: machine.statechart.initial === lifecycleStatechart.initial,
    schema: [contractLine.title, contractLine.type],
    found: findTerm("ndr").id,
    concepts: glossarySkos()["@graph"].filter((node) => node["@type"] === "skos:Concept").length,
    terms: terms.length,
  }),
);
