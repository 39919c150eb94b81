import { describe, expect, it } from "vitest";
import { minutesOf } from "./minutes.ts";
import type { Session } from "./session.ts";
import { answer, at, fact, found, held, id, step } from "./testing.ts";

describe("minutes", () => {
  const nameOf = (by: string | null) => ({ mem_1: "Ada", mem_sales: "Bo | Co" })[by ?? ""] ?? null;
  const write = (session: Session) =>
    minutesOf({
      session,
      at: at(2_000),
      nameOf,
      agenda: [{ term: "at-risk", owner: "Ada", dueOn: "2026-12-31", settled: false }],
      working: [{ term: "at-risk", startsAt: null, closed: false }],
      proposal: null,
    });
  it("are Markdown with every finding, what was said, the agenda and what is left", () => {
    const text = write(
      held([
        step(0, "started"),
        step(180, "moved", "at-risk"),
        answer("sales", "yes", { term: "at-risk", text: "A *feeling*\n# of <b>trouble</b>" }),
        answer("customer_success", "no", { term: "onboarded" }),
        step(200, "revealed", "at-risk"),
        found("at-risk", "divergent"),
        fact({ of: "session_note", session: id, term: "at-risk", text: "Ask Finance" }, 950),
        step(1_000, "closed"),
      ]),
    );
    expect(text).toMatchInlineSnapshot(`
      "# Sales and CS, most cited

      Discovery session, Sales and CS

      - Held: 2026-12-01 09:00 UTC to 2026-12-01 09:16 UTC
      - Time: 16:40 of 45:00
      - Owner: Ada
      - Took part on record: Ada, Bo \\| Co

      ## What was found

      | Term | Finding | Sales | Customer success | Time |
      | --- | --- | --- | --- | --- |
      | Net Revenue Retention | Not reached | No answer | No answer | 0:00 |
      | Onboarded | Not reached | No answer | Not revealed | 0:00 |
      | At-risk | Divergent | Yes, it is written and agreed | No answer | 13:40 |

      ## How the teams have it

      - At-risk, Sales: A \\*feeling\\* \\# of \\<b\\>trouble\\</b\\>

      ## For later

      - At-risk: Ask Finance

      ## Alignment agenda

      1. At-risk: Ada, by 2026-12-31

      ## Working sessions

      - At-risk: no time set

      ## Carried over

      - Net Revenue Retention
      - Onboarded
      "
    `);
  });
  it("of a working session tell what was decided", () => {
    const text = write(
      held(
        [
          step(0, "started", "at-risk"),
          fact(
            { of: "session_decision", session: id, decision: "adopt", proposal: null, note: "As written" },
            100,
          ),
        ],
        { kind: "working", terms: ["at-risk"], minutes: 30, opening: 0, closing: 0 },
      ),
    );
    expect(text).toContain("## Decision\n\nAdopt the proposed text (recorded by Ada).\n\nAs written");
  });
});
