import { describe, expect, it } from "vitest";
import { askedFields, missingIn, startOf } from "./entry-form-parts.ts";
import { entryForms, formFor } from "./entry-forms.ts";
import { contextWith } from "./form-context.ts";

const formOf = (key: keyof ReturnType<typeof entryForms>, said = contextWith()) => {
  const form = entryForms(said)[key];
  if (!form) throw new Error(`there is no form ${key}`);
  return form;
};
const labels = (key: keyof ReturnType<typeof entryForms>, values: Record<string, string>) =>
  askedFields(formOf(key), values).map(({ label }) => label);

describe("agreeing the criteria", () => {
  const text = "Eight of ten planners sign in";
  const set = contextWith({ criteria: { adoption_trigger: { text, from: "ent_set" } } });
  const agreed = contextWith({ criteria: { adoption_trigger: { text, from: null } } });

  it("is filled in from the segment's set, and says so where the text is taken over as it is", () => {
    const form = formOf("criteria", set);
    const values = startOf(form, {});
    expect(values["adoption_trigger"]).toBe(text);
    expect(form.entries(values)).toEqual([
      { of: "criterion", criterion: "adoption_trigger", text, from: "ent_set" },
    ]);
    expect(form.entries({ ...values, adoption_trigger: "All of them" })).toEqual([
      { of: "criterion", criterion: "adoption_trigger", text: "All of them", from: null },
    ]);
  });

  it("puts nothing on record that is agreed already", () => {
    const form = formOf("criteria", agreed);
    expect(form.entries(startOf(form, {}))).toEqual([]);
  });
});

describe("who of us", () => {
  it("is chosen from those who hold the account; somebody else is named with a role", () => {
    const form = formOf("expansion");
    const values = startOf(form, {});
    expect(form.entries(values)).toMatchObject([
      { owner: { name: "Mara Kest", role: "csm" }, source: null, openedOn: "2026-11-20", closedOn: null },
    ]);
    expect(labels("expansion", values)).not.toContain("Owner, name");
    const other = { ...values, owner: "else", ownerName: " Ana Ruiz ", ownerRole: "am" };
    expect(labels("expansion", other)).toContain("Owner, name");
    expect(form.entries(other)).toMatchObject([{ owner: { name: "Ana Ruiz", role: "am" } }]);
    expect(missingIn(form, { ...other, ownerName: "" })["ownerName"]).toBe("Owner, name is needed.");
  });
});

describe("an expansion that is open", () => {
  const entry = {
    of: "expansion",
    type: "seat",
    openedOn: "2026-09-01",
    closedOn: null,
    outcome: null,
    source: null,
    owner: { name: "Mara Kest", role: "csm" },
    closer: null,
    amount: "1200000",
    currency: "USD",
    note: null,
  } as const;
  const open = contextWith({ expansions: [{ entryId: "ent_1", entry }] });

  it("is closed by a later version of the same entry, a won one with who closed it", () => {
    const form = formOf("close_expansion", open);
    expect(form.changes).toEqual({ entryId: "ent_1", was: entry });
    const values = startOf(form, {});
    expect(form.entries(values)).toEqual([
      { ...entry, closedOn: "2026-11-20", outcome: "won", closer: { name: "Mara Kest", role: "csm" } },
    ]);
    expect(form.entries({ ...values, outcome: "lost" })).toMatchObject([{ outcome: "lost", closer: null }]);
  });

  it("is what leads back to an earned stage; none is closed where none is open", () => {
    expect(formFor("expansion", "adopted")).toBe("close_expansion");
    expect(formFor("expansion", "expansion")).toBe("expansion");
    expect(entryForms(contextWith()).close_expansion).toBeUndefined();
  });
});

describe("a confirmation", () => {
  const people = contextWith({
    confirmers: [
      { contactId: "con_1", name: "Vera", role: "sponsor" },
      { contactId: "con_2", name: "Abel", role: "champion" },
    ],
  });

  it("is the sponsor's, or the champion's by delegation", () => {
    const form = formOf("confirmation", people);
    const values = { ...startOf(form, {}), observed: "Confirmed in writing" };
    expect(form.entries(values)).toMatchObject([{ contactId: "con_1", role: "sponsor", delegatedBy: null }]);
    const champion = { ...values, who: "con_2 champion" };
    expect(askedFields(form, champion).map(({ label }) => label)).toContain("Delegated by");
    expect(form.entries(champion)).toMatchObject([
      { contactId: "con_2", role: "champion", delegatedBy: "con_1" },
    ]);
  });

  it("of nobody is asked for again, and says who is missing", () => {
    const form = formOf("confirmation");
    expect(form.note).toContain("Add them at Stakeholders");
    expect(missingIn(form, startOf(form, {}))["who"]).toBe("Who confirmed is needed.");
  });
});

describe("asking for a waiver", () => {
  it("is a task of the CS manager that names the criterion and the account", () => {
    const form = formOf("ask_waiver", contextWith({ csManager: "Oskar" }));
    expect(form.entries({ criterion: "success_milestone", reason: "Audit on Monday" })).toMatchObject([
      {
        of: "task",
        title: "Waive Success milestone of Northwind?",
        assignee: "Oskar",
        dueOn: "2026-11-22",
        source: "gate",
        note: "Audit on Monday",
      },
    ]);
  });
});
