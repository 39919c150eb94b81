import { createFileRoute } from "@tanstack/react-router";
import { SimulatorPage } from "../../features/compensation/simulator/simulator-page.tsx";

export const Route = createFileRoute("/comp/simulator")({ component: SimulatorPage });
