import { cleanup, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { later } from "./later.tsx";

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

afterEach(cleanup);

describe("a component that comes later", () => {
  it("draws nothing before its code is there, and then at once wherever it is drawn", async () => {
    let asked = 0;
    const Later = later(async () => {
      asked += 1;
      return Greeting;
    });
    const { container } = render(
      <StrictMode>
        <Later name="Ines" />
      </StrictMode>,
    );
    expect(container.textContent).toBe("");
    expect(await screen.findByText("Hello Ines")).toBeDefined();
    cleanup();
    render(<Later name="Mara" />);
    expect(screen.getByText("Hello Mara")).toBeDefined();
    expect(asked).toBe(1);
  });

  it("is asked for again when its code could not be had", async () => {
    let asked = 0;
    const Later = later(async () => {
      asked += 1;
      if (asked === 1) throw new Error("away");
      return Greeting;
    });
    Later.fetch();
    await Promise.resolve();
    await Promise.resolve();
    render(<Later name="Ines" />);
    expect(await screen.findByText("Hello Ines")).toBeDefined();
    expect(asked).toBe(2);
  });
});
