import { expect, it } from "vitest";
import { fileName } from "./file-name.ts";

const says = { workspace: "Meridian", name: "Segments", terms: [], period: undefined, day: "2026-11-28" };

it("a file says whose figures it holds, which, by which definitions, of which period and as of which day", () => {
  expect(fileName(says)).toBe("meridian_segments_2026-11-28");
  expect(
    fileName({
      ...says,
      workspace: "Castellvi\u00e0 & Co.",
      name: "Mix or rate: the change of NRR",
      terms: ["nrr", "grr"],
      period: "ttm:2026-09",
    }),
  ).toBe("castellvia-co_mix-or-rate-the-change-of-nrr_nrr-grr_ttm-2026-09_2026-11-28");
});

it("a file's name holds nothing a file system or a shell takes for its own", () => {
  expect(fileName({ ...says, workspace: "../..", name: "a/b\\c:*?|\u0000.exe" })).toBe(
    "a-b-c-exe_2026-11-28",
  );
});
