import { testEngine } from "@termwise/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnv } from "../env.ts";
import { endLeftovers, termwise } from "../processes/testing.ts";
import { type Access, reach } from "./access.ts";
import { faultsAnswer, listAnswer, termAnswer } from "./glossary-answers.ts";

describe("termwise glossary", () => {
  const on = testEngine("embedded");
  let access: Access;
  endLeftovers();
  beforeAll(async () => {
    const { dataDir } = await on.migratedPlace();
    access = await reach(readEnv({ TERMWISE_DATA_DIR: dataDir }));
  });
  afterAll(() => access.close());

  it("lists the terms that answer some words, the best first", async () => {
    const { text, csv } = await listAnswer(access, "net dollar retenton");
    expect(csv.rows[0]?.slice(0, 3)).toEqual(["nrr", "Net Revenue Retention", "NRR"]);
    expect(text[0]).toContain("Net Revenue Retention (NRR)");
    expect((await listAnswer(access, "")).csv.rows.length).toBeGreaterThan(250);
    expect((await listAnswer(access, "zzzz")).text).toEqual(['No term answers to "zzzz".', "0 terms"]);
  });

  it("shows a term by any of its names, with examples, disputes and what others say", async () => {
    const text = (await termAnswer(access, "NDR")).text.join("\n");
    expect(text).toMatch(/^Net Revenue Retention \(NRR, /);
    for (const part of ["Formula: ", "- holds: ", "- C-14 There is one NRR", "(Gainsight, State of"])
      expect(text).toContain(part);
    await expect(termAnswer(access, "onborded")).rejects.toThrow(/Did you mean onboarded/);
    await expect(termAnswer(access, "zzzz")).rejects.toThrow(/no term "zzzz"/);
  });

  it("checks the glossary that is built in, and tells what does not hold", async () => {
    const place = await on.place();
    expect(await termwise(place, "glossary", "check")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\d+ terms, \d+ worked examples, \d+ links, \d+ anchors: all hold/),
    });
    const faults = [{ kind: "link", where: "nrr", says: "leads to no term: nothing" }] as const;
    const { text } = faultsAnswer({ terms: 1, examples: 0, links: 1, anchors: 1, faults });
    expect(text.join("\n")).toMatch(/link +nrr +leads to no term: nothing\n.*1 do not hold/);
  });
});
