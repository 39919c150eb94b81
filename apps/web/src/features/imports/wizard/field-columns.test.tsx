import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { FieldColumns } from "./field-columns.tsx";
import type { ImportMapping } from "./settings.ts";
import type { CheckedFile } from "./use-draft.ts";

const field = (name: string, needed = false) => ({ name, type: "text" as const, about: name, needed });
const fields = [
  field("account_id", true),
  field("account_name", true),
  field("person"),
  field("about"),
  field("note"),
];
const file: CheckedFile = {
  ...{
    name: "answers.csv",
    kind: "survey_answers",
    system: "csv",
    encoding: "utf-8",
    delimiter: ",",
    rows: 1,
  },
  ...{ endDays: "inclusive", questions: [] },
  columns: ["Who", "Whom", "What"].map((header) => ({ header, field: null, samples: [] })),
};

function Columns() {
  const [mapping, setMapping] = useState<ImportMapping>({});
  return <FieldColumns file={file} fields={fields} mapping={mapping} onMapping={setMapping} />;
}
const rows = () =>
  [...document.querySelectorAll("[data-field]")].map((row) => row.getAttribute("data-field"));
const choose = (name: string, value: string) => {
  const select = screen.getByLabelText(`Column for ${name}`);
  select.focus();
  fireEvent.change(select, { target: { value } });
  return select;
};

afterEach(cleanup);

describe("the columns of a file", () => {
  it("stay where they are while they are chosen, and the focus with them", () => {
    render(<Columns />);
    const before = ["account_id", "account_name"];
    expect(rows()).toEqual(before);
    choose("account_name", "Who");
    expect(rows()).toEqual(before);
    fireEvent.click(screen.getByRole("button", { name: "Show 3 more fields" }));
    const all = [...before, "person", "about", "note"];
    for (const [name, header] of [
      ["note", "Whom"],
      ["about", "What"],
      ["about", "none"],
      ["account_name", "recognised"],
    ] as const) {
      const select = choose(name, header);
      expect(rows()).toEqual(all);
      expect(document.activeElement).toBe(select);
    }
    fireEvent.click(screen.getByRole("button", { name: "Show fewer fields" }));
    expect(rows()).toEqual([...before, "about", "note"]);
  });
});
