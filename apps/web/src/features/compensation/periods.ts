/** The period after a month, a quarter or a year; null for what is none. */
export function nextPeriod(text: string): string | null {
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month) {
    const [year, number] = [Number(month[1]), Number(month[2])];
    return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) {
    const [year, number] = [Number(quarter[1]), Number(quarter[2])];
    return number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`;
  }
  const year = /^FY(\d{4})$/.exec(text);
  return year ? `FY${Number(year[1]) + 1}` : null;
}

/** The calendar quarter that holds a day. */
export function periodAround(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
