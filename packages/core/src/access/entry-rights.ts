import type { Right } from "./rights.ts";

/** Kinds of entries that take a right of their own; all others take `journal_write`. */
const own = {
  onboarded_flag: "onboarded_flag",
  waiver: "gates_waive",
  setback: "gates_waive",
  criteria_set: "rules_manage",
  adoption_rule: "rules_manage",
  lifecycle_policy: "rules_manage",
  coverage_rules: "rules_manage",
  icp_rules: "rules_manage",
  label_meaning: "rules_manage",
  feature: "rules_manage",
  reported_value: "rules_manage",
  finance_period: "finance_write",
  target_set: "review_write",
  annotation: "review_write",
  commentary: "review_write",
  period_closed: "periods_close",
  period_reopened: "periods_close",
  data_source: "imports_write",
  quality_setting: "rules_manage",
  health_model: "rules_manage",
  red_flag_rule: "rules_manage",
  term_proposal: "definitions_write",
  term_signature: "definitions_sign",
  term_set: "rules_manage",
  term_review: "rules_manage",
  term_trigger: "definitions_write",
  glossary_session: "definitions_write",
  session_answer: "definitions_write",
  session_step: "definitions_write",
  session_outcome: "definitions_write",
  session_note: "definitions_write",
  session_decision: "definitions_write",
  import_mapping: "imports_write",
  import_undone: "imports_write",
  play: "rules_manage",
} as const satisfies Record<string, Right>;

/** The right it takes to put an entry of a kind (`of`) on record, or to take one back. */
export function entryRight(kind: string): Right {
  return Object.hasOwn(own, kind) ? own[kind as keyof typeof own] : "journal_write";
}
