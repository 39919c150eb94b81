import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { refusalOf } from "../lib/trpc.ts";
import { Button, type buttonClass } from "./button.tsx";

/** What is wrong, by field. */
export type FieldErrors<Values> = { readonly [Name in keyof Values]?: string | undefined };

/** Why a form was not taken: by field, or as a whole. */
export interface FormRefusal<Values> {
  readonly fields?: FieldErrors<Values>;
  readonly message?: string;
}

interface Options<Values> {
  start: Values;
  /** Why the form is shown again, if it was refused before. */
  refused?: FormRefusal<Values>;
  /** What can be seen to be wrong before anything is sent. */
  check?: (values: Values) => FieldErrors<Values>;
  /** Sends the form; answers a refusal, or nothing when it was taken. What it throws is shown as the server said it. */
  send: (values: Values) => Promise<FormRefusal<Values> | undefined>;
}

/** A form's state: values, what is wrong, whether it is being sent, and how to bind a field to it. */
export interface FormState<Values> {
  readonly values: Values;
  readonly message: string | null;
  readonly busy: boolean;
  readonly element: RefObject<HTMLFormElement | null>;
  readonly set: (patch: Partial<Values>) => void;
  readonly reset: (values?: Values) => void;
  readonly field: <Name extends keyof Values & string>(
    name: Name,
  ) => {
    name: Name;
    value: Values[Name];
    error: string | undefined;
    onChange: (value: Values[Name]) => void;
  };
  readonly submit: (event: FormEvent) => void;
}

interface Wrong<Values> {
  readonly fields: FieldErrors<Values>;
  readonly message: string | null;
  /** How often the form was refused; each time the focus moves. */
  readonly at: number;
}

const nothing = { fields: {}, message: null } as const;

/** Holds a form. A refused form moves the focus to the first field that is wrong, else to the message. */
export function useForm<Values extends object>({
  start,
  refused,
  check,
  send,
}: Options<Values>): FormState<Values> {
  const element = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(start);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong<Values>>({
    fields: refused?.fields ?? {},
    message: refused?.message ?? null,
    at: refused ? 1 : 0,
  });
  useEffect(() => {
    if (wrong.at === 0) return;
    const first =
      element.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid=true]") ??
      element.current?.querySelector<HTMLElement>("[data-form-message=negative]");
    first?.focus();
  }, [wrong.at]);
  /** An answer that is being changed is no longer called wrong. */
  const forgive = (names: readonly string[]) =>
    setWrong((was) => {
      const left = Object.entries(was.fields).filter(([name]) => !names.includes(name));
      return { ...was, fields: Object.fromEntries(left) as FieldErrors<Values>, message: null };
    });
  const set = (patch: Partial<Values>) => {
    setValues((was) => ({ ...was, ...patch }));
    forgive(Object.keys(patch));
  };
  const refuse = ({ fields = {}, message }: FormRefusal<Values>) =>
    setWrong((was) => ({ fields, message: message ?? null, at: was.at + 1 }));
  const submit = async () => {
    if (busy) return;
    const seen = check?.(values) ?? {};
    if (Object.values(seen).some((error) => error !== undefined)) return refuse({ fields: seen });
    setBusy(true);
    setWrong((was) => ({ ...was, ...nothing }));
    try {
      const refusal = await send(values);
      if (refusal) refuse(refusal);
    } catch (error) {
      refuse({ message: refusalOf(error).message });
    } finally {
      setBusy(false);
    }
  };
  return {
    values,
    message: wrong.message,
    busy,
    element,
    set,
    reset: (next = start) => {
      setValues(next);
      setWrong((was) => ({ ...was, ...nothing }));
    },
    field: (name) => ({
      name,
      value: values[name],
      error: wrong.fields[name],
      onChange: (value) => {
        setValues((was) => ({ ...was, [name]: value }));
        forgive([name]);
      },
    }),
    submit: (event) => {
      event.preventDefault();
      event.stopPropagation();
      void submit();
    },
  };
}

interface FormProps {
  form: Pick<FormState<object>, "element" | "submit" | "busy">;
  label?: string;
  className?: string;
  children: ReactNode;
}

/** The form element of {@link useForm}; the browser's own bubbles are off, errors stand below their fields. */
export function Form({ form, label, className, children }: FormProps) {
  return (
    <form
      ref={form.element}
      noValidate
      aria-label={label}
      aria-busy={form.busy}
      onSubmit={form.submit}
      className={className}
    >
      {children}
    </form>
  );
}

interface SubmitProps {
  busy: boolean;
  children: ReactNode;
  look?: Parameters<typeof buttonClass>[0];
  className?: string;
}

/** The button that sends a form. It keeps the focus and its width while the form is on its way. */
export function Submit({ busy, children, look = "primary", className }: SubmitProps) {
  return (
    <Button
      type="submit"
      look={look}
      size="large"
      aria-disabled={busy}
      className={`${className ?? ""} pointer-coarse:h-11 ${busy ? "cursor-default! opacity-60" : ""}`}
    >
      {children}
    </Button>
  );
}
