import { instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { opened, someoneAs } from "../testing.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };
const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
/** Headers no list of names knows. */
const odd = "Ref;Kd;Was;Preis;Ab\nR1;K1;Core;100;01.02.2025\n";
const mapping = {
  files: {
    "nov.csv": {
      kind: "contract_lines" as const,
      columns: { line_id: "Ref", account_id: "Kd", product: "Was", arr: "Preis", starts_on: "Ab" },
      constants: { currency: "EUR" },
    },
  },
};
const files = [
  { name: "nov.csv", kind: "contract_lines" as const, headers: ["Ref", "Kd", "Was", "Preis", "Ab"] },
];

eachEngine((on) => {
  describe("a saved mapping", () => {
    it("reads a file with the same headers, whatever it is called and in whatever order they stand", async () => {
      const { termwise, api } = await opened(await on.open(), { clock });
      await api.imports.saveMapping({ name: "Billing of Köln", mapping, files });
      const turned = "ab;ref;KD;Was;Preis\n01.02.2025;R1;K1;Core;100\n";
      for (const text of [odd, turned]) {
        const asked = { files: [file("december.csv", text)], dryRun: true };
        expect((await termwise.importFiles(asked)).stopped.map(({ code }) => code)).toEqual(["E_HEADER"]);
        const report = await termwise.importFiles({ ...asked, savedMapping: "billing of köln" });
        expect(report).toMatchObject({
          counts: { new: 1, refused: 0 },
          stopped: [],
          savedMapping: { name: "Billing of Köln" },
        });
      }
    });

    it("remembers the day an import used it, and every version", async () => {
      const { termwise, api } = await opened(await on.open(), { clock });
      const { id } = await api.imports.saveMapping({ name: "Billing", mapping, files });
      expect(await api.imports.mappings()).toMatchObject([{ id, lastUsedOn: null, versions: 1 }]);
      for (let n = 0; n < 2; n++)
        await termwise.importFiles({ files: [file("x.csv", odd)], savedMapping: id, dryRun: false });
      expect(await api.imports.mappings()).toMatchObject([{ id, lastUsedOn: "2026-11-21", versions: 2 }]);
      await api.imports.saveMapping({ id, name: "Billing, new", mapping, files });
      expect(await api.imports.mappings()).toMatchObject([
        { name: "Billing, new", lastUsedOn: "2026-11-21", versions: 3, mapping },
      ]);
    });

    it("has a name of its own, and is gone once it is removed", async () => {
      const { termwise, api } = await opened(await on.open(), { clock });
      const { id } = await api.imports.saveMapping({ name: "Billing", mapping, files });
      await expect(api.imports.saveMapping({ name: "billing", mapping })).rejects.toThrow("another name");
      await api.imports.removeMapping({ id });
      expect(await api.imports.mappings()).toEqual([]);
      await expect(api.imports.removeMapping({ id })).rejects.toThrow("no such saved mapping");
      const asked = { files: [file("x.csv", odd)], dryRun: true, savedMapping: "Billing" };
      await expect(termwise.importFiles(asked)).rejects.toThrow("None has been saved yet");
    });

    it("is not told to whoever may not see imports", async () => {
      const { termwise, api, apiAs } = await opened(await on.open(), { clock });
      await api.imports.saveMapping({ name: "Secret headers", mapping, files });
      const csm = apiAs(await someoneAs(termwise, "csm"));
      await expect(csm.imports.mappings()).rejects.toThrow();
      expect(JSON.stringify(await csm.journal.rules())).not.toContain("Secret headers");
    });
  });
});
