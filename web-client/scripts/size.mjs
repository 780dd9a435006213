// Fails when what a participant's page loads at first grows beyond the budget. Run after `npm run build`.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 45_000;
const root = process.argv[2] ?? 'target/classes/webroot';
const manifest = JSON.parse(readFileSync(`${root}/assets/manifest.json`, 'utf8'));

/** Entry points that a phone needs to show the participant's page in Finnish. */
const entries = [
  'index.html',
  'src/pages/participant/Participant.svelte',
  'src/i18n/common/fi.ts',
  'src/i18n/participant/fi.ts',
];

const files = new Set(['index.html']);
function collect(key) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the manifest`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const imported of chunk.imports ?? []) collect(imported);
}
entries.forEach(collect);

let total = 0;
for (const file of [...files].sort()) {
  const size = gzipSync(readFileSync(`${root}/${file}`), { level: 9 }).length;
  total += size;
  console.log(`${String(size).padStart(7)}  ${file}`);
}
console.log(`${String(total).padStart(7)}  of ${BUDGET} bytes (gzip)`);
if (total > BUDGET) {
  console.error('The first load of the participant page is too big.');
  process.exit(1);
}
