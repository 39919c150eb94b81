// Entry of `npm start`, `npm test` and their kin. Plain JavaScript, no dependencies: it runs before anything is
// installed, on whatever Node.js the machine has, so the version is looked at before any other module is read.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}. See https://nodejs.org`);
  process.exit(1);
}
const { main } = await import("./commands.mjs");
process.exitCode = await main(process.argv.slice(2));
