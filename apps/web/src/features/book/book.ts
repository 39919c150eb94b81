import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { dimensions } from "../../lib/search.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";

/** The today queue as the server tells it. */
export type Today = Outputs["book"]["today"];
/** An account of the queue. */
export type QueueCard = Today["cards"][number];
/** One reason to turn to an account. */
export type QueueLine = QueueCard["line"];
/** The accounts of a book, with their sums. */
export type Book = Outputs["book"]["accounts"];
/** One account of a book. */
export type BookRow = Book["rows"][number];
/** What falls on a day. */
export type BookEvent = Outputs["book"]["calendar"]["events"][number];

/** The views of a book's accounts. */
export const layouts = [
  { value: "table", label: "Table" },
  { value: "board", label: "Board" },
  { value: "calendar", label: "Calendar" },
] as const;
/** One of {@link layouts}. */
export type Layout = (typeof layouts)[number]["value"];

/** Whose book the address asks for, and its filters. */
function useAsked() {
  const { search } = useSearchState();
  return useMemo(() => {
    const chosen = dimensions.flatMap((dimension) => {
      const value = search[`f.${dimension}`];
      return value === undefined ? [] : [[dimension, value.split(",")] as const];
    });
    const of = search["of"];
    return {
      ...(of === undefined ? {} : { of }),
      ...(chosen.length === 0 ? {} : { filters: Object.fromEntries(chosen) }),
    } as NonNullable<Inputs["book"]["today"]>;
  }, [search]);
}

/** What to do next. What others put on record is looked for every minute. */
export function useToday() {
  return useQuery({
    ...trpc.book.today.queryOptions(useAsked()),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

/** The accounts of the book. */
export function useBook() {
  return useQuery({ ...trpc.book.accounts.queryOptions(useAsked()), placeholderData: keepPreviousData });
}

/** What falls on the days of a span. */
export function useCalendar(from: string, to: string) {
  return useQuery({
    ...trpc.book.calendar.queryOptions({ ...useAsked(), from, to } as Inputs["book"]["calendar"]),
    placeholderData: keepPreviousData,
  });
}
