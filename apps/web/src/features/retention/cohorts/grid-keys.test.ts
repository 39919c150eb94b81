import { expect, it } from "vitest";
import { focusableCell, nextCell } from "./grid-keys.ts";

const lengths = [4, 3, 1];
const press = (key: string, row: number, age: number, ctrlKey = false) => {
  const to = nextCell({ key, ctrlKey, metaKey: false }, { row, age }, lengths);
  return to && [to.row, to.age];
};

it("UX-23: arrows move to the neighbour and stop at the edges", () => {
  expect(press("ArrowRight", 0, 2)).toEqual([0, 3]);
  expect(press("ArrowRight", 0, 3)).toEqual([0, 3]);
  expect(press("ArrowLeft", 0, 0)).toEqual([0, 0]);
  expect(press("ArrowUp", 0, 1)).toEqual([0, 1]);
});

it("UX-23: a row that has fewer ages takes the focus at its last one", () => {
  expect(press("ArrowDown", 0, 3)).toEqual([1, 2]);
  expect(press("PageDown", 0, 3)).toEqual([2, 0]);
});

it("UX-23: Home and End jump within the row, with Ctrl over the whole grid", () => {
  expect([press("Home", 0, 2), press("End", 1, 0)]).toEqual([
    [0, 0],
    [1, 2],
  ]);
  expect([press("Home", 2, 0, true), press("End", 0, 0, true)]).toEqual([
    [0, 0],
    [2, 0],
  ]);
});

it("UX-23: a row that has no cell yet is passed over, and takes no focus", () => {
  const gap = [2, 0, 1, 0];
  const key = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });
  expect(nextCell(key("ArrowDown"), { row: 0, age: 1 }, gap)).toEqual({ row: 2, age: 0 });
  expect(nextCell(key("ArrowUp"), { row: 2, age: 0 }, gap)).toEqual({ row: 0, age: 0 });
  expect(nextCell(key("End", true), { row: 0, age: 0 }, gap)).toEqual({ row: 2, age: 0 });
  expect(focusableCell({ row: 1, age: 0 }, gap)).toEqual({ row: 0, age: 0 });
  expect(focusableCell({ row: 0, age: 1 }, gap)).toEqual({ row: 0, age: 1 });
});

it("leaves every other key to the page", () => {
  expect(press("x", 0, 0)).toBeNull();
});
