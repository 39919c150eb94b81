import { type ImportKind, importKinds } from "@termwise/core/facts";
import { type Field, fieldsOf } from "./fields/index.ts";

const titles: Readonly<Record<ImportKind, string>> = {
  accounts: "Accounts",
  contract_lines: "Contract lines",
  fx_rates: "Exchange rates",
  usage: "Product usage",
  claims: "Stage labels of other systems",
  deals: "Deals",
  evidence: "Onboarding evidence",
  support_tickets: "Support tickets",
  survey_answers: "Answers to surveys",
  touchpoints: "Touchpoints",
};

const types: Readonly<Record<Field["type"], string>> = {
  id: "id",
  text: "text",
  date: "day",
  number: "number",
  percent: "per cent",
  word: "word",
  currency: "currency",
};

const row = ({ name, type, about, aliases }: Field) =>
  `| \`${name}\` | ${types[type]} | ${about} | ${aliases.join(", ") || "-"} |`;

/** The reference of all fields and the headers they are known by, as Markdown: `docs/importing-fields.md`. */
export function fieldTable(): string {
  const sections = importKinds.map((kind) =>
    [
      `## ${titles[kind]} (\`${kind}\`)`,
      "",
      "| field | holds | meaning | also known as |",
      "| --- | --- | --- | --- |",
      ...fieldsOf[kind].map(row),
    ].join("\n"),
  );
  return [
    "# Fields of imported files",
    "",
    "Written from `apps/server/src/ingest/fields/`; `npx vitest run --project server apps/server/src/ingest/docs.test.ts -u`",
    "writes it anew. How fields are read is in [importing.md](importing.md).",
    "",
    "A header is compared without regard to case, blanks, punctuation, camel case and managed-package marks: `Start Date`,",
    "`start_date`, `startDate` and `SBQQ__StartDate__c` are one header. A currency at its end (`MRR (USD)`, `arr_eur`) and",
    "`cents` are taken off and obeyed. Where two columns could be one field, the one that stands earlier in the list is read",
    "and the other is reported as unread.",
    "",
    sections.join("\n\n"),
    "",
  ].join("\n");
}
