import { testEngine } from "@termwise/db/testing";
import { expect, it } from "vitest";
import { endLeftovers, startServer, termwise } from "../processes/testing.ts";

const on = testEngine("embedded");
endLeftovers();

it("whoever runs the command line gets somebody who forgot their password, or lost their second factor, in again", async () => {
  const place = await on.migratedPlace();
  const server = await startServer(place, ["--no-demo"]);
  const send = (path: string, body: object) =>
    fetch(`${server.address}/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const email = "boss@example.com";
  const invited = await termwise(place, "people", "invite", email, "--role", "workspace_admin");
  const token = new URL(invited.out.trim()).hash.slice(1);
  await send("accept-invitation", { token, name: "The Boss", password: "lanterns over quiet harbours" });

  const reset = await termwise(place, "reset-password", "Boss@Example.com");
  expect([reset.code, reset.out]).toEqual([0, expect.stringMatching(/^http:\/\/[\w.]+:\d+\/reset#\w+\n$/)]);
  expect(reset.err).toMatch(/works once, until 20\d\d-/);
  const link = new URL(reset.out.trim());
  expect(link.origin).toBe(server.address);
  const newPassword = "granite drifts beneath the ferry";
  expect((await send("reset-password", { token: link.hash.slice(1), newPassword })).status).toBe(200);
  expect((await send("sign-in/email", { email, password: newPassword })).status).toBe(200);

  for (const command of ["reset-password", "remove-second-factor"]) {
    const unknown = await termwise(place, command, "nobody@example.com");
    expect([unknown.code, unknown.err]).toEqual([
      3,
      expect.stringContaining("nobody with this mail address"),
    ]);
  }
  const none = await termwise(place, "remove-second-factor", email);
  expect([none.code, none.err]).toEqual([3, expect.stringContaining("no second factor")]);
  server.kill("SIGTERM");
  await server.ended;
});
