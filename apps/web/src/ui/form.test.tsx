import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { Form, type FormRefusal, Submit, useForm } from "./form.tsx";
import { FormMessage } from "./form-message.tsx";
import { PasswordField } from "./password-field.tsx";
import { TextField } from "./text-field.tsx";

interface Values {
  email: string;
  password: string;
}

function Door({ send }: { send: (values: Values) => Promise<FormRefusal<Values> | undefined> }) {
  const form = useForm<Values>({
    start: { email: "", password: "" },
    check: ({ email }) => (email === "" ? { email: "Enter an address." } : {}),
    send,
  });
  return (
    <Form form={form} label="Door">
      <TextField {...form.field("email")} label="Mail" hint="As in the invitation." />
      <PasswordField
        {...form.field("password")}
        label="Password"
        autoComplete="new-password"
        rules={[{ text: "Three characters", met: form.values.password.length >= 3 }]}
      />
      <FormMessage text={form.message} />
      <Submit busy={form.busy}>Enter</Submit>
    </Form>
  );
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const enter = () => fireEvent.submit(screen.getByRole("form", { name: "Door" }));
const noteOf = (field: HTMLElement) =>
  (field.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent ?? "")
    .join(" ");

afterEach(cleanup);

describe("a form", () => {
  it("sends nothing while a field is seen to be wrong, says so at the field, and goes there", async () => {
    let sent = 0;
    render(
      <Door
        send={async () => {
          sent += 1;
          return undefined;
        }}
      />,
    );
    const mail = screen.getByLabelText("Mail");
    expect(noteOf(mail)).toBe("As in the invitation.");
    enter();
    await waitFor(() => expect(document.activeElement).toBe(mail));
    expect(mail.getAttribute("aria-invalid")).toBe("true");
    expect(noteOf(mail)).toBe("Enter an address.");
    expect(sent).toBe(0);
  });

  it("forgives a field as soon as it is changed", async () => {
    render(<Door send={async () => undefined} />);
    enter();
    await waitFor(() => expect(noteOf(screen.getByLabelText("Mail"))).toBe("Enter an address."));
    type("Mail", "a");
    expect(screen.getByLabelText("Mail").getAttribute("aria-invalid")).toBe("false");
  });

  it("shows a refusal at the field the server names and moves the focus to it", async () => {
    render(<Door send={async () => ({ fields: { password: "Too common." } })} />);
    type("Mail", "a@example.com");
    enter();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Password")));
    expect(noteOf(screen.getByLabelText("Password"))).toContain("Too common.");
  });

  it("speaks a refusal of the whole form and moves the focus to it", async () => {
    render(<Door send={async () => ({ message: "Too many attempts." })} />);
    type("Mail", "a@example.com");
    enter();
    await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("Too many attempts."));
    expect(document.activeElement).toBe(screen.getByRole("alert"));
  });

  it("is sent once, however often it is submitted while on its way", async () => {
    let sent = 0;
    let finish = () => {};
    render(
      <Door
        send={async () => {
          sent += 1;
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
          return undefined;
        }}
      />,
    );
    type("Mail", "a@example.com");
    enter();
    await waitFor(() => expect(screen.getByRole("form").getAttribute("aria-busy")).toBe("true"));
    enter();
    finish();
    await waitFor(() => expect(screen.getByRole("form").getAttribute("aria-busy")).toBe("false"));
    expect(sent).toBe(1);
  });
});

describe("a password field", () => {
  it("ticks its rules off while one types, and shows the password on request", () => {
    render(<Door send={async () => undefined} />);
    const field = screen.getByLabelText("Password");
    expect(noteOf(field)).toContain("Three characters: not met yet");
    type("Password", "abc");
    expect(noteOf(field)).toContain("Three characters: met");
    expect(field.getAttribute("type")).toBe("password");
    fireEvent.click(screen.getByRole("button", { name: "Show password" }));
    expect(field.getAttribute("type")).toBe("text");
    expect(screen.getByRole("button", { name: "Show password" }).getAttribute("aria-pressed")).toBe("true");
  });
});
