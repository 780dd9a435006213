// Prints the ten slowest of the server's test classes, by what Surefire and Failsafe reported.
// Usage: node scripts/slowest.mjs <server/target>
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [target = 'target'] = process.argv.slice(2);
const classes = ['surefire-reports', 'failsafe-reports']
  .map((folder) => join(target, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => /TEST-.*\.xml$/.test(path))
  .map((path) => {
    const [suite = ''] = /<testsuite\b[^>]*>/.exec(readFileSync(path, 'utf8')) ?? [];
    const attribute = (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(suite)?.[1] ?? '';
    return { name: attribute('name'), seconds: Number(attribute('time').replaceAll(',', '')) };
  })
  .sort((a, b) => b.seconds - a.seconds)
  .slice(0, 10);

console.log('The slowest test classes, in seconds:');
for (const { name, seconds } of classes) console.log(seconds.toFixed(1).padStart(7), name);
