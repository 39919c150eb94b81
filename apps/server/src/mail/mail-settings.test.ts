import { describe, expect, it } from "vitest";
import { readMailServer, readSender } from "./mail-settings.ts";

describe("SMTP_URL", () => {
  it.each([
    [
      "smtps://u:p@mail.example",
      { host: "mail.example", port: 465, tls: "implicit", signIn: { user: "u", pass: "p" } },
    ],
    ["smtp://mail.example", { host: "mail.example", port: 587, tls: "required", signIn: undefined }],
    ["smtp://mail.example:25?tls=offered", { port: 25, tls: "offered" }],
    ["smtp://mail.example?tls=none", { tls: "none" }],
    ["smtp://127.0.0.1:1025", { port: 1025, tls: "none" }],
    ["smtp://[::1]:1025?tls=required", { host: "::1", tls: "required" }],
  ])("%s", (setting, server) => {
    expect(readMailServer(setting)).toMatchObject(server);
  });

  it.each([
    "mail.example",
    "http://mail.example",
    "smtp://",
    "smtp://u:planted@mail.example?tls=maybe",
    "smtp://u:planted@mail.example?tls.rejectUnauthorized=false",
    "smtp://u:planted%@mail.example",
  ])("%s cannot be used, and is not repeated", (setting) => {
    expect(() => readMailServer(setting)).toThrow(/^SMTP_URL must look like (?!.*planted)/);
  });
});

describe("MAIL_FROM", () => {
  it.each([
    ["mail@northwind.example", { name: "Termwise", address: "mail@northwind.example" }],
    [
      "Northwind Revenue <mail@northwind.example>",
      { name: "Northwind Revenue", address: "mail@northwind.example" },
    ],
    [
      '"Northwind, Inc." <mail@northwind.example>',
      { name: "Northwind, Inc.", address: "mail@northwind.example" },
    ],
  ])("%s", (setting, sender) => {
    expect(readSender(setting)).toEqual(sender);
  });

  it.each([
    "",
    "Termwise",
    "a@b.example, c@d.example",
    "A\r\nBcc: x <a@b.example>",
    "<a@b.example",
    "a@b.example>",
  ])("%j cannot be used", (setting) => {
    expect(() => readSender(setting)).toThrow(/^MAIL_FROM must be/);
  });
});
