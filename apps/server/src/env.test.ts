import { Failure } from "@termwise/core/kernel";
import { describe, expect, it } from "vitest";
import { readEnv } from "./env.ts";

const secret = "b8Jm0cQvU2n1mN7o4Rk9yT3wXz5aL6hD";
const refusal = (env: Record<string, string>) => {
  try {
    readEnv(env);
    return null;
  } catch (error) {
    return error instanceof Failure ? error.message : String(error);
  }
};

describe("the environment", () => {
  it("serves this machine alone, in a folder beside it, when nothing is set", () => {
    expect(readEnv({})).toMatchObject({ host: "127.0.0.1", port: 4700, publicUrl: undefined, oidc: null });
    expect(readEnv({ PORT: "", DATABASE_URL: "" })).toEqual(readEnv({}));
  });

  it("SEC-15: serves others only under a public https address and with a secret of its own", () => {
    const open = { HOST: "0.0.0.0", PUBLIC_URL: "https://termwise.example.com/", TERMWISE_SECRET: secret };
    expect(readEnv(open)).toMatchObject({ host: "0.0.0.0", publicUrl: "https://termwise.example.com" });
    expect(refusal({ ...open, TERMWISE_SECRET: "" })).toMatch(/TERMWISE_SECRET/);
    expect(refusal({ ...open, PUBLIC_URL: "" })).toMatch(/PUBLIC_URL/);
    expect(refusal({ ...open, PUBLIC_URL: "http://termwise.example.com" })).toMatch(/must begin with https/);
  });

  it("asks for https also behind a proxy on this machine, but not on this machine itself", () => {
    expect(refusal({ PUBLIC_URL: "http://termwise.example.com" })).toMatch(/must begin with https/);
    expect(refusal({ PUBLIC_URL: "https://termwise.example.com" })).toBeNull();
    for (const own of ["http://localhost:4700", "http://127.0.0.1:4700", "http://[::1]:4700"])
      expect(refusal({ PUBLIC_URL: own })).toBeNull();
  });

  it("wants the settings of an identity provider together", () => {
    const provider = { OIDC_ISSUER: "https://id.example.com", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };
    expect(readEnv(provider).oidc).toEqual({
      issuer: "https://id.example.com",
      clientId: "a",
      clientSecret: "b",
      label: "your identity provider",
    });
    expect(refusal({ ...provider, OIDC_CLIENT_SECRET: "" })).toMatch(/together, or none/);
  });

  it("names what is wrong and never repeats what was set", () => {
    const planted = "planted-value-nobody-may-see";
    for (const name of ["PORT", "PUBLIC_URL", "OIDC_ISSUER", "BREACHED_PASSWORDS_URL", "LOG_LEVEL"]) {
      const said = refusal({ [name]: planted });
      expect(said).toContain(name);
      expect(said).not.toContain(planted);
    }
  });
});
