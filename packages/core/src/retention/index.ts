export { houseRetentionPolicy, RetentionPolicy } from "./policy.ts";
