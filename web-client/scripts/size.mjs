// Fails when what a participant's page loads grows beyond the budgets. Run after `npm run build`.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const root = process.argv[2] ?? 'target/classes/webroot';
const manifest = JSON.parse(readFileSync(`${root}/assets/manifest.json`, 'utf8'));

/** In the order in which a phone loads them, in Finnish; a file is counted once. */
const loads = [
  {
    name: 'the first load',
    budget: 45_000,
    entries: [
      'index.html',
      'src/pages/participant/Participant.svelte',
      'src/words/common/fi.ts',
      'src/pages/participant/texts/fi.ts',
    ],
  },
  {
    name: 'the forms, fetched before a poll opens',
    budget: 24_000,
    entries: ['src/features/poll/ballot/index.ts', 'src/features/poll/ballot/texts/fi.ts'],
  },
];

const counted = new Set();
function collect(key, files) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the manifest`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const imported of chunk.imports ?? []) collect(imported, files);
}

for (const { name, budget, entries } of loads) {
  const files = new Set(entries.includes('index.html') ? ['index.html'] : []);
  for (const entry of entries) collect(entry, files);
  let total = 0;
  for (const file of [...files].filter((one) => !counted.has(one)).sort()) {
    const size = gzipSync(readFileSync(`${root}/${file}`), { level: 9 }).length;
    total += size;
    counted.add(file);
    console.log(`${String(size).padStart(7)}  ${file}`);
  }
  console.log(`${String(total).padStart(7)}  of ${budget} bytes (gzip): ${name}\n`);
  if (total > budget) {
    console.error(`Too big: ${name} of the participant's page.`);
    process.exitCode = 1;
  }
}
