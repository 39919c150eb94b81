import { termById, terms } from "@termwise/core/registry";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, opened, someoneAs } from "../testing.ts";

const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );
const asFile = (text: string, name = "glossary.json") => ({
  name,
  content: Buffer.from(text).toString("base64"),
});
const jsonOf = (...of: object[]) =>
  asFile(JSON.stringify({ format: "termwise-glossary", formatVersion: 1, terms: of }, null, 2));
const definition = "Recurring revenue kept and grown among the customers of a year ago, as a share.";

eachEngine((on) => {
  describe("the glossary", () => {
    let store: Opened;
    let revops: Opened["api"];
    beforeAll(async () => {
      store = await opened(await on.open());
      revops = store.apiAs(await someoneAs(store.termwise, "revops"));
    });
    const soon = () => store.termwise.today();
    const export_ = async (format: "json" | "csv" | "markdown" | "skos") =>
      (await revops.glossary.export({ format })).text;

    it("is saved in four forms, each of every term", async () => {
      expect(JSON.parse(await export_("json"))).toMatchObject({ format: "termwise-glossary" });
      expect((await export_("markdown")).match(/^### /gm)).toHaveLength(terms.length);
      const { "@graph": graph } = JSON.parse(await export_("skos")) as { "@graph": { "@id": string }[] };
      expect(graph.map((node) => node["@id"])).toContain("http://localhost:4700/glossary#nrr");
      expect(await revops.glossary.checkFile(asFile(await export_("csv"), "glossary.csv"))).toEqual({
        refusals: [],
        refused: 0,
        unchanged: terms.length,
        changes: [],
      });
    });

    it("is read back with a difference for each term, and changes nothing by being looked at", async () => {
      const csv = (await export_("csv")).replace(termById("nrr").definition, definition);
      const { changes, unchanged } = await revops.glossary.checkFile(asFile(csv, "glossary.csv"));
      expect([changes.length, unchanged]).toEqual([1, terms.length - 1]);
      expect(changes[0]).toMatchObject({
        term: "nrr",
        fields: [{ field: "definition", from: termById("nrr").definition, to: definition }],
      });
      expect(await revops.definitions.proposals()).toEqual([]);
    });

    it("is refused whole by one bad row, with line, field, reason and remedy", async () => {
      const file = jsonOf({ id: "nrr", definition }, { id: "arr", parameters: { graceDays: 999 } });
      const { refusals, changes } = await revops.glossary.checkFile(file);
      expect(refusals).toMatchObject([
        { line: 9, term: "arr", field: "parameters", reason: expect.stringMatching(/from 0 to 365 days/) },
      ]);
      expect(changes).toEqual([]);
      expect(
        await told(revops.glossary.proposeFile({ file, takesEffectOn: soon(), reason: "Board asked" })),
      ).toMatch(/^PRECONDITION_FAILED Nothing was proposed: 1 .* Line 9: /);
      expect(await revops.definitions.proposals()).toEqual([]);
      const bad = 'id,definition\nnrr,"A share.\n';
      expect((await revops.glossary.checkFile(asFile(bad, "glossary.csv"))).refusals[0]).toMatchObject({
        line: 2,
        reason: expect.stringMatching(/quotation marks/),
      });
    });

    it("becomes a proposal for each term that waits for its teams; what is in force stays as it is", async () => {
      const file = jsonOf(
        { id: "nrr", definition },
        { id: "roadmap", example: "Q3 holds three plans, and one of them may be told to customers." },
      );
      const { proposals } = await revops.glossary.proposeFile({
        file,
        takesEffectOn: soon(),
        reason: "Board asked",
      });
      expect(proposals.map(({ term }) => term)).toEqual(["nrr", "roadmap"]);
      const open = await revops.definitions.proposals();
      expect(open.map(({ state }) => state)).toEqual(["open", "open"]);
      expect((await revops.glossary.term({ id: "NDR" })).definition).toBe(termById("nrr").definition);
      const waiting = (await revops.glossary.list()).filter(({ proposed }) => proposed);
      expect(waiting.map(({ id }) => id).sort()).toEqual(["nrr", "roadmap"]);
      expect(
        await told(
          revops.glossary.proposeFile({ file: jsonOf({ id: "nrr" }), takesEffectOn: soon(), reason: "None" }),
        ),
      ).toMatch(/^PRECONDITION_FAILED .*in force already/);
    });

    it("cannot be proposed by who may only read, who may save it", async () => {
      const viewer = store.apiAs(await someoneAs(store.termwise, "viewer"));
      expect((await viewer.glossary.export({ format: "json" })).name).toBe("glossary.json");
      expect(await told(viewer.glossary.checkFile(jsonOf({ id: "nrr" })))).toMatch(/^FORBIDDEN/);
    });

    it("tells of a term the disputes it is part of with their settlement, and what others say with whom", async () => {
      const nrr = await revops.glossary.term({ id: "nrr" });
      expect(nrr.conflicts.map(({ id }) => id)).toEqual(["C-14", "C-17", "C-35", "C-39"]);
      expect(nrr.benchmarks.map(({ id, attributedTo }) => [id, attributedTo])).toEqual([
        ["B-04", "Gainsight, State of Customer Success"],
      ]);
      const { conflicts, benchmarks } = await revops.glossary.register();
      expect([conflicts.length, benchmarks.length]).toEqual([42, 12]);
    });
  });
});
