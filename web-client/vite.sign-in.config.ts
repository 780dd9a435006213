import { defineConfig } from 'vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { packages } from './vite.packages';

/**
 * The pages of signing in are built apart from the others: what the two share would otherwise be divided anew, at the
 * cost of the phones, which never sign in.
 */
export default defineConfig({
  plugins: [svelte(), packages()],
  build: {
    outDir: 'target/classes/webroot',
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'sign-in.html' },
    assetsInlineLimit: 0,
  },
});
