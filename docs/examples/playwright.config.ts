import { defineConfig } from '@playwright/test';

// An installed browser is named in VISUALIZER_BROWSER; without it Playwright takes its own (npx playwright install chromium).
export default defineConfig({
  use: { launchOptions: { executablePath: process.env.VISUALIZER_BROWSER, args: process.env.VISUALIZER_BROWSER ? ['--no-sandbox'] : [] } },
});
