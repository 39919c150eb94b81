// The smallest implementation that keeps the protocol: reads a case per line, answers each by @termwise/core itself.
import { createInterface } from "node:readline";
import { referenceAnswer } from "@termwise/core/conformance";

for await (const line of createInterface({ input: process.stdin })) {
  const { id, term, given } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ id, answer: referenceAnswer({ term, given }) }));
  } catch (error) {
    console.log(JSON.stringify({ id, error: error.message }));
  }
}
