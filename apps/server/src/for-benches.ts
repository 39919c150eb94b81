// What benches measure of the server from within. Nothing else imports it.
export { openHouse } from "./house.ts";
