import { type ReactNode, useState } from "react";
import { doorRefusal } from "../../../lib/door-words.ts";
import { Button } from "../../../ui/button.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { PasswordField } from "../../../ui/password-field.tsx";

interface Props {
  label: string;
  title: string;
  /** What happens, and what does not. */
  note: string;
  verb: string;
  look?: "plain" | "danger";
  /** Does it; what it answers is shown instead of the question, nothing closes the dialog. */
  onConfirm: (password: string) => Promise<ReactNode>;
}

/** A button for what only the holder of the password may do: asks for it once more. */
export function ConfirmedByPassword({ label, title, note, verb, look = "plain", onConfirm }: Props) {
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState<ReactNode>(null);
  const close = () => {
    setOpen(false);
    setAnswer(null);
  };
  return (
    <>
      <Button look={look} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={close} title={title} note={answer ? undefined : note}>
        {answer ? (
          <>
            {answer}
            <Actions>
              <Button look="primary" size="large" onClick={close}>
                Done
              </Button>
            </Actions>
          </>
        ) : (
          <Question
            verb={verb}
            look={look}
            onCancel={close}
            onConfirm={async (password) => {
              const said = await onConfirm(password);
              if (said) setAnswer(said);
              else close();
            }}
          />
        )}
      </Dialog>
    </>
  );
}

interface QuestionProps {
  verb: string;
  look: "plain" | "danger";
  onCancel: () => void;
  onConfirm: (password: string) => Promise<void>;
}

function Question({ verb, look, onCancel, onConfirm }: QuestionProps) {
  const form = useForm({
    start: { password: "" },
    check: ({ password }) => ({ password: password === "" ? "Enter the password." : undefined }),
    send: async ({ password }) => {
      try {
        await onConfirm(password);
        return undefined;
      } catch (error) {
        return doorRefusal<{ password: string }>(error, {
          400: "password",
          401: "password",
          429: "password",
        });
      }
    },
  });
  return (
    <Form form={form}>
      <PasswordField
        {...form.field("password")}
        label="Your password"
        autoComplete="current-password"
        autoFocus
      />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy} look={look === "danger" ? "danger" : "primary"}>
          {verb}
        </Submit>
        <Button size="large" onClick={onCancel}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
