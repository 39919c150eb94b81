import { instant } from "@termwise/core/kernel";
import { loadBatches } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { type Opened, opened, someoneAs } from "../testing.ts";

let time = Date.parse("2026-11-21T09:00:00Z");
const clock = { now: () => instant(new Date(time).toISOString()) };
const file = (name: string, ...rows: string[]) => ({
  name,
  content: Buffer.from(`${rows.join("\n")}\n`).toString("base64"),
});
const header = "line_id,account_id,product,arr,starts_on,currency";
const lines = file(
  "lines.csv",
  header,
  "L1,A1,Core,1200,2025-01-01,USD",
  "L2,A2,Core,twelve,2025-01-01,USD",
  "L3,A2,Core,twelve,2025-02-01,USD",
  "L4,A3,Core,600,2025-02-30,USD",
);

eachEngine((on) => {
  describe("an import that is prepared", () => {
    const started = async () => {
      time = Date.parse("2026-11-21T09:00:00Z");
      const at = await opened(await on.open(), { clock });
      const post = async (path: string, body: unknown) => {
        const answer = await at.app.request(`/api/imports/draft/${path}`, {
          method: "POST",
          headers: { ...at.operator, "content-type": "application/json" },
          body: JSON.stringify(body),
        });
        return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
      };
      return { ...at, post };
    };
    const check = async ({ api }: Pick<Opened, "api">) => {
      const draft = await api.imports.draft();
      return api.imports.checkDraft({ version: draft?.version ?? 0 });
    };

    it("UX-43: is kept with its files, checked as it stands, corrected in place, and imported as it was shown", async () => {
      const at = await started();
      await at.post("files", { files: [lines] });
      const first = await check(at);
      expect(first.details?.rows).toEqual({ all: 4, fine: 0, warned: 1, refused: 3, doubled: 0, known: 0 });
      expect(first.details?.groups).toMatchObject([
        { code: "E_NUMBER_FORMAT", column: "arr", value: "twelve", count: 2, lines: [3, 4] },
        { code: "E_DATE_FORMAT", column: "starts_on", value: "2025-02-30", lines: [5] },
      ]);
      expect(first.details?.totals).toEqual([{ currency: "USD", arr: "120000", lines: 1 }]);
      const edits = [
        { file: "lines.csv", column: "arr", lines: [3, 4], to: "2400" },
        { file: "lines.csv", column: "starts_on", lines: [5], to: "2025-02-28" },
      ];
      const draft = await at.api.imports.changeDraft({ version: first.version, edits, step: "preview" });
      expect(draft).toMatchObject({ step: "preview", files: [{ name: "lines.csv" }] });
      const second = await check(at);
      expect(second.details?.rows).toMatchObject({ all: 4, refused: 0 });
      expect(second.details?.totals).toEqual([{ currency: "USD", arr: "660000", lines: 4 }]);
      const { status, said } = await at.post("commit", {
        version: draft?.version,
        remember: { name: "Billing" },
      });
      expect([status, said["committed"], said["counts"]]).toEqual([200, true, second.report.counts]);
      expect(said["after"]).toEqual(JSON.parse(JSON.stringify(second.report.after)));
      expect(await at.api.imports.draft()).toBeNull();
      expect(await at.api.imports.mappings()).toMatchObject([{ name: "Billing", lastUsedOn: "2026-11-21" }]);
      const [batch] = await at.termwise.read((tx) => loadBatches(tx));
      expect(batch?.files[0]?.mapping).toEqual({ edits: edits.map(({ file: _, ...edit }) => edit) });
    });

    it("is offered the saved mapping that knows its headers, and begins anew with it", async () => {
      const at = await started();
      const odd = file("odd.csv", "a;b;c;d;e", "L1;A1;Core;100;2025-01-01");
      const columns = { line_id: "a", account_id: "b", product: "c", arr: "d", starts_on: "e" };
      const { id } = await at.api.imports.saveMapping({
        name: "Odd",
        mapping: {
          files: { "odd.csv": { kind: "contract_lines", columns, constants: { currency: "USD" } } },
        },
        files: [{ name: "odd.csv", kind: "contract_lines", headers: ["a", "b", "c", "d", "e"] }],
      });
      await at.post("files", { files: [{ ...odd, name: "december.csv" }] });
      const draft = await at.api.imports.draft();
      expect(draft?.offers).toEqual([{ id, name: "Odd", lastUsedOn: null, files: ["december.csv"] }]);
      await at.api.imports.changeDraft({ version: draft!.version, use: id });
      expect((await check(at)).report.counts).toMatchObject({ new: 1, refused: 0 });
    });

    it("is changed by one window at a time, and imported once", async () => {
      const at = await started();
      await at.post("files", { files: [lines] });
      const seen = (await at.api.imports.draft())!;
      await at.api.imports.changeDraft({ version: seen.version, step: "map" });
      await at.api.imports.changeDraft({
        version: seen.version,
        mapping: { defaultCurrency: "EUR" as never },
      });
      await expect(at.api.imports.changeDraft({ version: seen.version, mapping: {} })).rejects.toThrow(
        "another window",
      );
      expect((await at.post("commit", { version: seen.version })).status).toBe(409);
      const { version } = (await at.api.imports.draft())!;
      const both = await Promise.all([at.post("commit", { version }), at.post("commit", { version })]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await at.termwise.read((tx) => loadBatches(tx))).toHaveLength(1);
    });

    it("is nobody's but who prepares it, and is thrown away after 14 days", async () => {
      const at = await started();
      await at.post("files", { files: [lines] });
      const admin = await someoneAs(at.termwise, "revops");
      const other = at.apiAs(admin);
      expect(await other.imports.draft()).toBeNull();
      await expect(other.imports.checkDraft({ version: 1 })).rejects.toThrow("no draft");
      await other.imports.discardDraft();
      expect(await at.api.imports.draft()).not.toBeNull();
      time += 14 * 86_400_000 + 1;
      expect(await at.api.imports.draft()).toBeNull();
      await at.post("files", { files: [lines] });
      expect(await at.api.imports.draft()).toMatchObject({ edits: [], files: [{ name: "lines.csv" }] });
    });

    it("takes no more than 50 MB, and no name twice", async () => {
      const at = await started();
      expect((await at.post("files", { files: [lines, lines] })).status).toBe(412);
      const large = file("large.csv", "x".repeat(51 * 1024 * 1024));
      expect((await at.post("files", { files: [large] })).status).toBe(412);
      expect(await at.api.imports.draft()).toBeNull();
    });
  });
});
