export { type DemoCompany, demoCompany, houseSeed } from "./company/demo-company.ts";
