import { test } from "@playwright/test";
import { enterAs, session } from "./entering.ts";

test("the suite's reader enters the demo company", async ({ request }) => {
  await enterAs(request, "workspace_admin");
  await request.storageState({ path: session });
});
