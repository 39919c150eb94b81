import { useState } from "react";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import type { Session, SessionActions, SessionTerm } from "./session.ts";

interface Props {
  session: Session;
  term: SessionTerm;
  answer: SessionTerm["answers"][number];
  actions: SessionActions;
}

/** How a team reads the term, in its own words: written by somebody of the team, or by who leads the session. */
export function ReadingField({ session, term, answer, actions }: Props) {
  const [open, setOpen] = useState(false);
  const form = useForm({
    start: { text: answer.text ?? "" },
    check: ({ text }) => ({ text: text.trim() === "" ? "Say how this team reads it." : undefined }),
    send: async ({ text }) => {
      const said = { term: term.term, team: answer.team, text: text.trim() };
      if (await actions.answer({ ...said, written: "differently", used: null })) setOpen(false);
      return undefined;
    },
  });
  const own = session.me.team === answer.team;
  if (!mayI("sessions.answer") || !(own || session.me.leads)) return null;
  if (!open)
    return (
      <div className="mt-auto">
        <Button look="quiet" className="-ml-2.5" onClick={() => setOpen(true)}>
          {answer.text === null ? `Write down how ${answer.name} reads it` : "Change it"}
        </Button>
      </div>
    );
  return (
    <Form form={form} label={`Reading of ${answer.name}`}>
      <TextAreaField
        {...form.field("text")}
        label={`How ${answer.name} reads it`}
        maxLength={2000}
        rows={3}
        autoFocus
      />
      <div className="flex gap-2">
        <Submit busy={form.busy}>Keep it</Submit>
        <Button size="large" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
