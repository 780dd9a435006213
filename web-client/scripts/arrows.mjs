// Who may import whom in src/, types as well: pages → features → ui → words → net, features each other by their entries
// only, and nothing in circles. Run by `npm run check`. Usage: node scripts/arrows.mjs [folder]
import { relative, resolve } from 'node:path';
import { graphOf } from './imports.mjs';

const root = resolve(process.argv[2] ?? 'src');

/** From the bottom: each may import those before it. What lies beside these folders puts all together. */
const LAYERS = ['net', 'words', 'ui', 'features', 'pages'];

/** What other features may import of a feature: its index, and narrower entries that phones do not load. */
const ENTRIES = ['index.ts', 'staff.ts', 'screen.ts', 'results.ts', 'proxy.ts', 'testing.ts'];

const layerOf = (file) => LAYERS.indexOf(file.split('/')[0]);
const featureOf = (file) => (file.startsWith('features/') ? file.split('/')[1] : undefined);
const isEntry = (file) => file.split('/').length === 3 && ENTRIES.includes(file.split('/')[2]);

function faultOf(from, to) {
  if (layerOf(from) >= 0 && layerOf(to) > layerOf(from)) {
    return `${LAYERS[layerOf(from)]} must not know ${LAYERS[layerOf(to)]}`;
  }
  if (layerOf(from) >= 0 && layerOf(to) < 0) return 'only the entries know what lies beside the folders';
  const [feature, other] = [featureOf(from), featureOf(to)];
  if (feature !== undefined && other !== undefined && feature !== other && !isEntry(to)) {
    return `${feature} knows ${other} only by its entries (${ENTRIES.join(', ')})`;
  }
  return undefined;
}

const graph = graphOf(root);
const faults = [];
for (const [from, imported] of graph) {
  for (const to of imported) {
    // Tests may look inside.
    const fault = from.endsWith('.test.ts') ? undefined : faultOf(from, to);
    if (fault) faults.push(`${from} → ${to}: ${fault}`);
  }
}
faults.push(...circles().map((circle) => `in a circle: ${circle.join(' → ')}`));

/** One circle for each import that closes one. */
function circles() {
  const done = new Set();
  const path = [];
  const closed = [];
  const visit = (file) => {
    const at = path.indexOf(file);
    if (at >= 0) closed.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return closed;
}

for (const fault of faults) console.error(`${relative('.', root)}/${fault}`);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${graph.size} files, no arrow points up, no circles.`);
