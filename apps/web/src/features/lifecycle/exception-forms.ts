import { type EntryForm, type FormContext, options, orNull, text } from "./entry-form-parts.ts";
import type { Entry } from "./lifecycle.ts";
import { criterionNames } from "./onboarding-forms.ts";

const inDays = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Forms for what is out of the ordinary: a waiver, asking for one, a move back, the deal itself. */
export function exceptionForms({ today, accountName, csManager, earned }: FormContext) {
  return {
    deal_closed: {
      title: "Record the deal",
      note: "Closed as won, with the day the contract was signed. Without a signature it is not Won.",
      verb: "Record deal",
      done: "Deal recorded",
      fields: [
        { name: "opportunity", label: "Opportunity", kind: "line", optional: true },
        { name: "signedOn", label: "Contract signed on", kind: "day", optional: true },
      ],
      entries: (v) => [
        {
          of: "deal_closed",
          opportunity: orNull(v["opportunity"]),
          signedOn: orNull(v["signedOn"]),
        } as Entry,
      ],
    },
    waiver: {
      title: "Waive a criterion",
      note: "It shows as waived, with your name and reason, until the day you give.",
      verb: "Waive",
      done: "Criterion waived",
      fields: [
        { name: "criterion", label: "Criterion", kind: "choice", options: options(criterionNames) },
        { name: "reason", label: "Reason", kind: "text" },
        { name: "expiresOn", label: "Until", kind: "day", start: inDays(today, 30) },
      ],
      entries: (v) => [
        {
          of: "waiver",
          criterion: v["criterion"],
          reason: text(v, "reason"),
          expiresOn: v["expiresOn"],
        } as Entry,
      ],
    },
    ask_waiver: {
      title: "Ask for a waiver",
      note:
        csManager === null
          ? "Nobody is CS manager of this account: the task waits for whoever may waive."
          : `A task for ${csManager}, who may waive it with a reason and an end.`,
      verb: "Ask",
      done: "Waiver asked for",
      fields: [
        { name: "criterion", label: "Criterion", kind: "choice", options: options(criterionNames) },
        { name: "reason", label: "Why it cannot wait", kind: "text" },
      ],
      entries: (v) => [
        {
          of: "task",
          title: `Waive ${criterionNames[v["criterion"] as keyof typeof criterionNames]} of ${accountName}?`,
          assignee: csManager,
          dueOn: inDays(today, 2),
          priority: "high",
          state: "open",
          source: "gate",
          repeats: null,
          snoozedUntil: null,
          note: text(v, "reason"),
        } as Entry,
      ],
    },
    setback: {
      title: "Move back",
      note: "The reason stays in the history, and evidence counts anew from now on.",
      verb: "Move back",
      done: "Moved back",
      fields: [
        {
          name: "to",
          label: "To",
          kind: "choice",
          options: options(earned === "adopted" ? { onboarded: "Onboarded", won: "Won" } : { won: "Won" }),
        },
        { name: "reason", label: "Reason", kind: "text" },
      ],
      entries: (v) => [{ of: "setback", to: v["to"], reason: text(v, "reason") } as Entry],
    },
  } satisfies Record<string, EntryForm>;
}
