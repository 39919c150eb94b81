import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";
import { session } from "./entering.ts";
import { sharedStore } from "./new-stores.ts";

const port = Number(process.env["BROWSER_TEST_PORT"] ?? 4790);
const origin = `http://127.0.0.1:${port}`;
// `npm test` names the Chromium it found; run by hand, the usual places are tried, then Playwright's own.
const usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const chromium = process.env["CHROMIUM_PATH"] ?? usual.find((path) => existsSync(path));

export default defineConfig({
  testDir: ".",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // Limits end what hangs; how fast a machine is says nothing about what a page does.
  timeout: 300_000,
  expect: { timeout: 120_000 },
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    baseURL: origin,
    // A trace of every test costs a tenth of the run; a failure leaves its picture and what the page held.
    trace: process.env["BROWSER_TEST_TRACE"] ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Pages of tests do not live long enough for V8's dearest compiler to pay: a sixth of the browser's work.
        "--js-flags=--no-turbofan",
      ],
    },
  },
  // The tests read as one who is signed in; those of the doors begin as nobody.
  projects: [
    { name: "entering", testMatch: "entering.setup.ts" },
    { name: "signed in", dependencies: ["entering"], use: { storageState: session } },
  ],
  // The built product on a new embedded data folder, with the demo company in it.
  webServer: {
    command: "node make-stores.ts && exec node ../../apps/server/dist/main.js",
    url: `${origin}/readyz`,
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
    env: {
      PORT: String(port),
      HOST: "127.0.0.1",
      TERMWISE_DATA_DIR: sharedStore,
      BROWSER_TEST_PORT: String(port),
      DATABASE_URL: "",
      LOG_LEVEL: "warn",
    },
  },
});
