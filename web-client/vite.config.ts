import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { packages } from './vite.packages';

type Graph = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;

/**
 * What every phone loads and other pages too is one file: left apart it would be thirty small ones, which travel and
 * compress worse. That is all that the entry imports, and what the participant's page shares with other pages.
 */
function base(): (id: string, graph: Graph) => string | undefined {
  let chosen: Set<string> | undefined;
  return (id, graph) => {
    chosen ??= chooseBase(graph);
    return chosen.has(id) ? 'base' : undefined;
  };
}

function chooseBase(graph: Graph): Set<string> {
  const main = resolve('src/main.ts');
  const entry = [...reached(main, graph)].filter((id) => id !== main);
  const phone = reached(resolve('src/pages/participant/Participant.svelte'), graph);
  const shared = [...phone].filter((id) =>
    graph.getModuleInfo(id)?.importers.some((importer) => !phone.has(importer)),
  );
  return new Set([...entry, ...shared.flatMap((id) => [...reached(id, graph)])]);
}

/** The modules that come with this one. */
function reached(id: string, graph: Graph, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reached(imported, graph, found);
  return found;
}

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

/**
 * The tests that put other modules or globals in place of the real ones: each has a browser of its own. The others share
 * one, as making it takes far longer than they do.
 */
const replacing = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('src', name))
  .filter((path) => /vi\.(mock|doMock|stubGlobal|useFakeTimers)\(/.test(readFileSync(path, 'utf8')));

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), signInPages, packages()],
  build: {
    outDir: 'target/classes/webroot',
    emptyOutDir: true,
    target: 'es2022',
    // The size check reads from it which files a page loads.
    manifest: 'assets/manifest.json',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: base() }] } } },
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
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['src/**/*.test.ts'],
          exclude: replacing,
          pool: 'threads',
          isolate: false,
        },
      },
      { extends: true, test: { name: 'own', include: replacing } },
    ],
  },
}));
