import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Calls and words that only staff need stay with their pages. */
const STAFF = '(attendance|editor|letters|post|privacy|records|teams)\\b';

/** What every page shares. Left apart it would be twenty small files, which travel and compress worse than one. */
const BASE = new RegExp(
  'rolldown.runtime|preload-helper|node_modules/(svelte|esm-env|clsx)/|src/(' +
    `api/(?!${STAFF})|state/[^/]+$|rules/(forecast|room)|i18n/([^/]+|(?!${STAFF})[^/]+/index)\\.ts$|` +
    'parts/(Announcer|LanguageChoice|OfflineBanner|Options|Sorry|Waiting))',
);

const server = process.env['SOVITTU_SERVER'] ?? 'http://localhost:8080';

/** As the service does: these addresses have a page of their own. */
const signInPages: Plugin = {
  name: 'sign-in-pages',
  configureServer: (vite) => {
    vite.middlewares.use((request, _, next) => {
      if (/^\/(sign-in(\/return)?|sessions)(\?|$)/.test(request.url ?? '')) request.url = '/sign-in.html';
      next();
    });
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), signInPages],
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
