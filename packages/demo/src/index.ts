export { type ClosedQuarters, closedQuarters, type DemoClosing } from "./company/closed-quarters.ts";
export { type DemoCompany, demoCompany, houseSeed } from "./company/demo-company.ts";
export { type DemoTeammate, demoTeam } from "./company/team.ts";
export { type DemoLoss, demoLosses } from "./compensation/losses.ts";
export {
  type DemoAssignment,
  type DemoCompensation,
  type DemoDispute,
  type DemoSplit,
  demoCompensation,
} from "./compensation/script.ts";
export { type CsvFiles, demoCsv } from "./csv/demo-csv.ts";
export { type RecordCsvFiles, recordCsv } from "./csv/record-csv.ts";
export { type GoldenCompany, goldenCompany } from "./golden/golden-company.ts";
export type { GoldenExpectation, GoldenRatio } from "./golden/golden-expectations.ts";
export { goldenVector } from "./golden/golden-vector.ts";
