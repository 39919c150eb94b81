import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = process.env["API_URL"] ?? "http://127.0.0.1:4700";

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: "react",
      autoCodeSplitting: true,
      quoteStyle: "double",
      routesDirectory: "src/app/routes",
      generatedRouteTree: "src/app/routeTree.gen.ts",
    }),
    react(),
    tailwindcss(),
  ],
  server: { port: 5173, strictPort: true, proxy: { "/api": api } },
  build: {
    target: "es2022",
    sourcemap: false,
    assetsInlineLimit: 0,
    // The lists of what to fetch ahead with each page weigh more on the first page than they save on the next.
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    rolldownOptions: {
      output: {
        // What every page needs travels as one file: it packs better than many, and an update of ours leaves it cached.
        codeSplitting: {
          groups: [
            {
              name: "base",
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(?!react-virtual|virtual-core)[a-z-]+|@trpc)\//,
            },
            // What the first page draws with, and most others too: small parts pack better together.
            {
              name: "charts-by-hand",
              test: /web\/src\/charts\/(sparkline|use-width|fitted|few|slope-chart|effect-bar)\.tsx?$/,
            },
            {
              name: "parts",
              test: /web\/src\/(ui\/(figure-tile|figure-text|data-table|chart-frame|segmented|chip|scroll-region|opens-panel|choice-menu|delta|views-soon|later)|lib\/(movement-names|scope|panels|dimension-names|undo)|charts\/ticks|features\/scope\/(filter-chips|period-picker)|features\/retention\/review\/review-buttons|features\/workspace\/first-run-later)\.tsx?$/,
            },
            {
              name: "retention-charts",
              test: /web\/src\/features\/retention\/(trend|trend-rows|bridge|bridge-rows|review\/on-trend)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
});
