import { accountsRouter } from "./routers/accounts.ts";
import { glossaryRouter } from "./routers/glossary.ts";
import { importsRouter } from "./routers/imports.ts";
import { metricsRouter } from "./routers/metrics.ts";
import { retentionRouter } from "./routers/retention.ts";
import { workspaceRouter } from "./routers/workspace.ts";
import { router } from "./trpc.ts";

/** The contract of the API, a line for each module. */
export const appRouter = router({
  workspace: workspaceRouter,
  accounts: accountsRouter,
  metrics: metricsRouter,
  retention: retentionRouter,
  imports: importsRouter,
  glossary: glossaryRouter,
});

/** The type of the API, for clients. */
export type AppRouter = typeof appRouter;
