// npm would pack the workspace's own package.json, which nobody can install; pnpm packs what is built into dist.
if (process.env.npm_config_user_agent?.startsWith("npm/")) {
  console.error("Pack it from the root of the repository: npm run package");
  process.exit(1);
}
