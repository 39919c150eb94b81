import { router } from "../trpc.ts";
import { inputProcedures } from "./comp-inputs.ts";
import { onRecordProcedures } from "./comp-on-record.ts";
import { planProcedures } from "./comp-plans.ts";
import { reportProcedures } from "./comp-reports.ts";
import { statementProcedures } from "./comp-statements.ts";

/** Compensation: plans, what they are fed with, statements, and what can be told of several. */
export const compRouter = router({
  ...planProcedures,
  ...inputProcedures,
  ...onRecordProcedures,
  ...statementProcedures,
  ...reportProcedures,
});
