import { testEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { endLeftovers, startServer, termwise } from "../processes/testing.ts";

describe("termwise people", () => {
  const on = testEngine("embedded");
  endLeftovers();

  it("invites whom it is told to, with a link of the running server, lists them and shuts them out", async () => {
    const place = await on.migratedPlace();
    const server = await startServer(place, ["--no-demo"]);
    const invited = await termwise(
      place,
      "people",
      "invite",
      "Boss@Example.com",
      "--role",
      "workspace_admin",
    );
    expect(invited).toMatchObject({ code: 0, err: "" });
    const link = new URL(invited.out.trim());
    expect(link.origin).toBe(server.address.replace("127.0.0.1", link.hostname));
    const accepted = await fetch(`${server.address}/api/auth/accept-invitation`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        token: link.hash.slice(1),
        name: "The Boss",
        password: "lanterns over quiet harbours",
      }),
    });
    expect(accepted.status).toBe(200);
    expect((await termwise(place, "people", "invite", "csm@example.com", "--role", "csm")).code).toBe(0);
    const listed = await termwise(place, "people", "list", "--csv");
    expect(listed.out.replaceAll('"', "").split(/\r?\n/).slice(0, 3)).toEqual([
      "name,mail,role,scope,state",
      "The Boss,boss@example.com,Workspace admin,all,member",
      ",csm@example.com,CSM,own,invited",
    ]);
    const again = await termwise(place, "people", "invite", "boss@example.com", "--role", "csm");
    expect([again.code, again.err]).toEqual([3, expect.stringContaining("belongs to a member already")]);
    const last = await termwise(place, "people", "disable", "boss@example.com");
    expect([last.code, last.err]).toEqual([3, expect.stringContaining("last workspace admin")]);
    server.kill("SIGTERM");
    await server.ended;
  });

  it("says what is wrong with what it is given", async () => {
    const place = await on.migratedPlace();
    const unknown = await termwise(place, "people", "disable", "nobody@example.com");
    expect([unknown.code, unknown.err]).toEqual([3, expect.stringContaining("termwise people list")]);
    const role = await termwise(place, "people", "invite", "a@example.com", "--role", "king");
    expect([role.code, role.err]).toEqual([2, expect.stringContaining("Allowed choices are exec")]);
    const link = await termwise(place, "people", "invite", "a@example.com", "--role", "csm");
    expect(link.out).toMatch(/^http:\/\/localhost:\d+\/invitation#\w{43}\n$/);
  });
});
