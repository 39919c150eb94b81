// An implementation that keeps the protocol and gets one thing wrong: it counts win-backs into NRR.
import { createInterface } from "node:readline";
import { referenceAnswer } from "@termwise/core/conformance";

for await (const text of createInterface({ input: process.stdin })) {
  const { id, term, given } = JSON.parse(text);
  const mistaken = term === "nrr" ? { ...given, policy: { ...given.policy, winback: "all" } } : given;
  console.log(JSON.stringify({ id, answer: referenceAnswer({ term, given: mistaken }) }));
}
