import { healthComponents } from "./component.ts";
import type { HealthReading } from "./score.ts";

/**
 * A reading as a model counts it that is content with less than all: full from `fullAt` per cent on, in proportion below.
 * Of a component that counts turned round the part that is free of what is bad is scaled.
 */
export function normalised(reading: HealthReading, fullAt: number | undefined): HealthReading {
  if (fullAt === undefined || fullAt === 100) return reading;
  const { component, got, of } = reading;
  const scaled = (part: number) => Math.min(of, Math.round((part * 100) / fullAt));
  return { ...reading, got: healthComponents[component].inverted ? of - scaled(of - got) : scaled(got) };
}
