// What a page does with the package once it is bundled; there is no Node.js behind it.
import { moveOf, stageNames } from "@termwise/core/lifecycle";
import { releaseMoveOf } from "@termwise/core/releases";
import { retentionOf } from "./retention-of.mjs";

globalThis.found = {
  retention: retentionOf([
    { account: "acme", from: "2024-01-01", to: "2025-06-30", arr: "60000" },
    { account: "acme", from: "2025-07-01", arr: "84000" },
    { account: "globex", from: "2024-02-01", to: "2025-09-30", arr: "20000" },
  ]),
  moves: [stageNames[moveOf("prospect", "deal_won")], releaseMoveOf("alpha", "made_available")],
};
