// Installs and builds what changed since the last time, so that starting the service again costs nothing.
// Usage: node scripts/build.mjs
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

/** One digest over the names and contents of files and folders. */
function digest(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) visit(child);
      else if (!entry.name.endsWith('.test.ts')) add(child);
    }
  };
  const add = (file) => hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  for (const path of paths) {
    if (path.endsWith('/')) visit(path);
    else add(path);
  }
  return hash.digest('hex');
}

/** Runs the step unless it has succeeded with the same input before. */
function unlessDone(stamp, made, input, command) {
  const current = digest(input());
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
  const run = spawnSync(command, { shell: true, stdio: 'inherit' });
  if (run.status !== 0) {
    console.error(`\n"${command}" failed in web-client (see above).`);
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  // Anew: the step itself may write one of its inputs (the generated types).
  writeFileSync(stamp, digest(input()));
}

unlessDone(
  'node_modules/.installed',
  'node_modules/vite',
  () => ['package-lock.json'],
  'npm ci --no-audit --no-fund',
);
unlessDone(
  'target/built',
  'target/classes/webroot/index.html',
  () => [
    '../server/src/main/resources/openapi.yaml',
    'index.html',
    'package-lock.json',
    'package.json',
    'sign-in.html',
    'vite.config.ts',
    'vite.packages.ts',
    'vite.sign-in.config.ts',
    ...(existsSync('public') ? ['public/'] : []),
    'src/',
  ],
  'npm run --silent build',
);
