// Vitest global set-up: one throwaway PostgreSQL for all projects of a run.
import type { TestProject } from "vitest/node";
import { startPostgres, type ThrowawayPostgres } from "./pg.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser URL of the throwaway server; each test file creates its own database there. */
    postgres: { adminUrl: string };
  }
}

// Vitest runs this file once per project, all in the same process: they share one server.
const shared = globalThis as typeof globalThis & {
  termwisePostgres?: { server: Promise<ThrowawayPostgres>; users: number };
};

export default async function setup(project: TestProject) {
  shared.termwisePostgres ??= { server: startPostgres(), users: 0 };
  const mine = shared.termwisePostgres;
  mine.users++;
  const server = await mine.server;
  project.provide("postgres", { adminUrl: server.adminUrl });
  return async () => {
    mine.users--;
    if (mine.users > 0) return;
    delete shared.termwisePostgres;
    await server.remove();
  };
}
