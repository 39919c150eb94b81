import { createFileRoute } from "@tanstack/react-router";
import { TasksPage } from "../../features/tasks/tasks-page.tsx";

export const Route = createFileRoute("/tasks")({ component: TasksPage });
