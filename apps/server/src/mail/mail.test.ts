import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { invitationLetter, passwordChangedLetter, passwordResetLetter } from "./letters.ts";
import { openMail } from "./mail.ts";
import { headersOf, keptLog, mailServer, partsOf } from "./testing.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const from = "Termwise <termwise@northwind.example>";
const reset = passwordResetLetter({
  to: "ines@northwind.example",
  link: "https://termwise.example/reset?token=planted-token&x=1",
  expiresAt: "2026-11-25T14:00:00Z",
});

/** A mail of ours over a real server, what that took, and what was logged. */
async function over(options: SMTPServerOptions = {}, url = (plain: string) => plain) {
  const server = await mailServer(options);
  closers.push(server.close);
  const { lines, log } = keptLog();
  const mail = openMail({ url: url(server.url), from, log, stepMs: 10_000 });
  if (mail === null) throw new Error("mail is set up");
  return { ...server, mail, lines };
}

/** A server that speaks as told and lets its sockets hang. */
async function bareServer(speak: (socket: Socket) => void): Promise<number> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    speak(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

it("there is no mail without SMTP_URL", () => {
  const { log } = keptLog();
  expect(openMail({ url: undefined, from, log })).toBeNull();
  expect(openMail({ url: "", from: undefined, log })).toBeNull();
});

describe("a letter arrives", () => {
  it("at the one it is for, from the sender that was set, as text and as HTML with the same link", async () => {
    const { mail, received, lines } = await over();
    expect(await mail.send(reset)).toEqual({ sent: true });
    expect(received).toHaveLength(1);
    const [{ from: sender, to, raw } = { from: "", to: [], raw: "" }] = received;
    expect([sender, to]).toEqual(["termwise@northwind.example", ["ines@northwind.example"]]);
    const headers = headersOf(raw);
    expect(headers).toContain("From: Termwise <termwise@northwind.example>");
    expect(headers).toContain("To: ines@northwind.example");
    expect(headers).toContain("Subject: Set a new password for Termwise");
    expect(headers).toContain("Auto-Submitted: auto-generated");
    const [text, html] = partsOf(raw);
    expect([text?.type, html?.type]).toEqual(["text/plain", "text/html"]);
    expect(text?.text).toContain("https://termwise.example/reset?token=planted-token&x=1\n");
    expect(text?.text).toContain("until 25 November 2026, 14:00 UTC");
    expect(html?.text).toContain('href="https://termwise.example/reset?token=planted-token&amp;x=1"');
    expect(lines).toEqual([]);
  });

  it("with the user and password of the address, percent signs and all", async () => {
    const { mail, received } = await over(
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _, done) =>
          username === "us@er" && password === "p/w:%"
            ? done(null, { user: "known" })
            : done(new Error("no")),
      },
      (url) => url.replace("//", "//us%40er:p%2Fw%3A%25@"),
    );
    expect(await mail.send(reset)).toEqual({ sent: true });
    expect(received[0]?.user).toBe("known");
  });

  it("forty at a time, four under way at once", async () => {
    const { mail, received } = await over();
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => mail.send(reset)));
    expect(outcomes.every(({ sent }) => sent)).toBe(true);
    expect(received).toHaveLength(40);
  });
});

describe("what somebody typed", () => {
  const typed = [
    "Evil\r\nBcc: all@northwind.example",
    "Evil\nSubject: other",
    "Evil\u2028Bcc: x@y.example",
    "Evil\0",
    "=?utf-8?q?Evil=0D=0ABcc:_x@y.example?=",
    '"><img src=x onerror=alert(1)>',
    "Call https://evil.example/pay or www.evil.example now",
    "\u202eexe.txt",
    "x".repeat(5000),
  ];

  it("adds no header, no recipient and no markup to a letter (SEC-17)", async () => {
    const { mail, received } = await over();
    for (const text of typed) {
      const invitation = {
        to: "ines@northwind.example",
        workspace: text,
        inviter: text,
        roleName: text,
        link: "https://termwise.example/invitation#planted",
        expiresAt: "2026-11-25T14:00:00Z",
      };
      expect(await mail.send(invitationLetter(invitation))).toEqual({ sent: true });
    }
    const names = (raw: string) => headersOf(raw).map((line) => line.split(":")[0]);
    const usual = names(received[0]?.raw ?? "");
    for (const { to, raw } of received) {
      expect(to).toEqual(["ines@northwind.example"]);
      expect(names(raw)).toEqual(usual);
      const [text, html] = partsOf(raw);
      expect(html?.text).not.toContain("<img");
      expect(html?.text.match(/<a /g)).toHaveLength(1);
      expect(text?.text.match(/https?:|www\.|\w\.example/g)).toEqual(["https:", "e.example", "d.example"]);
      expect(text?.text).not.toMatch(/[\u202e\u2028\0]/);
      expect(raw.length).toBeLessThan(8000);
    }
  });

  it.each([
    "ines@northwind.example, all@northwind.example",
    "ines@northwind.example\r\nBcc: all@northwind.example",
    "Ines <ines@northwind.example>",
    "not an address",
    "",
  ])("%j is no address to send to", async (to) => {
    const { mail, received, lines } = await over();
    expect(await mail.send({ ...reset, to })).toEqual({ sent: false });
    expect(received).toEqual([]);
    expect(lines).toHaveLength(1);
  });
});

describe("a mail server that does not take it makes nothing fail, and is logged without what the letter holds", () => {
  const failsWith = async (sending: Awaited<ReturnType<typeof over>>, told: string) => {
    expect(await sending.mail.send(reset)).toEqual({ sent: false });
    expect(sending.received).toEqual([]);
    expect(sending.lines).toHaveLength(1);
    expect(sending.lines[0]).toContain(told);
    for (const secret of ["planted", "ines@", "hidden-pass"]) expect(sending.lines[0]).not.toContain(secret);
  };

  it("when it refuses the recipient", async () => {
    const refusing = await over({
      onRcptTo: ({ address }, _, done) =>
        done(Object.assign(new Error(`no ${address} here`), { responseCode: 550 })),
    });
    await failsWith(refusing, '"responseCode":550');
  });

  it("when it refuses the password", async () => {
    const refusing = await over(
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: (_, __, done) => done(new Error("no hidden-pass")),
      },
      (url) => url.replace("//", "//user:hidden-pass@"),
    );
    await failsWith(refusing, '"code":"EAUTH"');
  });

  it("when encryption is required and STARTTLS is not offered", async () => {
    await failsWith(await over({}, (url) => `${url}?tls=required`), '"code":"ETLS"');
  });

  it("when nobody vouches for its certificate", async () => {
    await failsWith(await over({ disabledCommands: [] }, (url) => `${url}?tls=required`), "certificate");
  });

  it("when nobody listens", async () => {
    const gone = await over();
    await gone.close();
    await failsWith(gone, "ECONNREFUSED");
  });

  it.each<[string, (socket: Socket) => void]>([
    ["never greets", () => {}],
    ["greets and then is silent", (socket) => void socket.write("220 here\r\n")],
    ["cuts the connection", (socket) => void socket.end("220 here\r\n")],
    ["speaks nonsense", (socket) => void socket.write("HTTP/1.1 400 Bad Request\r\n\r\n")],
    [
      "says a little now and then, for ever",
      (socket) => {
        const drip = setInterval(() => socket.write("220-a\r\n"), 20);
        socket.on("close", () => clearInterval(drip));
      },
    ],
  ])("when it %s", async (_, speak) => {
    const port = await bareServer(speak);
    const { lines, log } = keptLog();
    const mail = openMail({ url: `smtp://127.0.0.1:${port}`, from, log, stepMs: 100 });
    expect(await mail?.send(reset)).toEqual({ sent: false });
    expect(lines).toHaveLength(1);
  });

  it("when it hangs and more letters come than wait for it: all are told, none waits for long", async () => {
    const port = await bareServer(() => {});
    const { lines, log } = keptLog();
    const mail = openMail({ url: `smtp://127.0.0.1:${port}`, from, log, stepMs: 100 });
    const letter = passwordChangedLetter({ to: "ines@northwind.example", at: "2026-11-25T14:00:00Z" });
    const outcomes = await Promise.all(Array.from({ length: 150 }, () => mail?.send(letter)));
    expect(outcomes.every((outcome) => outcome?.sent === false)).toBe(true);
    expect(lines).toHaveLength(150);
    expect(lines.filter((line) => line.includes('"code":"unavailable"'))).toHaveLength(46);
  });
});
