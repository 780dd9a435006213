import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** What every page shares. Left apart it would be twenty small files, which travel and compress worse than one. */
const BASE =
  /rolldown.runtime|preload-helper|node_modules\/(svelte|esm-env|clsx)\/|src\/(api\/|state\/[^/]+$|rules\/(forecast|room)|i18n\/([^/]+|[^/]+\/index)\.ts$|parts\/(Announcer|LanguageChoice|OfflineBanner|Options|Sorry|Waiting))/;

const server = process.env['SOVITTU_SERVER'] ?? 'http://localhost:8080';

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  build: {
    outDir: 'target/classes/webroot',
    emptyOutDir: true,
    target: 'es2022',
    // The size check reads from it which files a page loads.
    manifest: 'assets/manifest.json',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: BASE }] } } },
    // The content security policy allows data: for images alone, and a separate file is cached for ever.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': server,
      '/live': { target: server, ws: true },
    },
  },
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
  },
}));
