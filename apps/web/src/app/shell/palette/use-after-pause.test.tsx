import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pause, useAfterPause } from "./use-after-pause.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("UX-14: what is typed is told once, after the last key", () => {
  const told: string[] = [];
  const { rerender } = renderHook(
    ({ typed }) => {
      const settled = useAfterPause(typed);
      if (told.at(-1) !== settled) told.push(settled);
    },
    { initialProps: { typed: "" } },
  );
  for (const typed of ["c", "cl", "clo", "clos"]) {
    rerender({ typed });
    act(() => void vi.advanceTimersByTime(pause - 1));
  }
  expect(told).toEqual([""]);
  act(() => void vi.advanceTimersByTime(1));
  expect(told).toEqual(["", "clos"]);
});
