// Fails on a text that no code uses. Run by `npm run check`. Usage: node scripts/texts.mjs [folder]
//
// A text is used when a file that imports its area names its key, or picks among its neighbours by a computed
// key and the key is a word of the code or of the contract.
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { graphOf } from './imports.mjs';

const root = resolve(process.argv[2] ?? 'src');
const graph = graphOf(root);

/** The paths of all texts of a file; what is only put together from other files has none of its own. */
function pathsOf(file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const exported = source.statements.find(ts.isExportAssignment)?.expression;
  return exported && ts.isObjectLiteralExpression(exported) ? keysOf(exported, []) : [];
}

function keysOf(literal, path) {
  return literal.properties.filter(ts.isPropertyAssignment).flatMap(({ name, initializer }) => {
    const here = [...path, name.text];
    return ts.isObjectLiteralExpression(initializer) ? keysOf(initializer, here) : [here];
  });
}

/** The files that import the area of these texts, also by an entry that hands it on; or that of the texts they are part of. */
function readersOf(texts) {
  const area = join(dirname(texts), 'index.ts');
  if (!graph.has(area) || !graph.get(area).includes(texts)) {
    const whole = [...graph.keys()].filter(
      (file) => file.endsWith('/fi.ts') && graph.get(file).includes(texts),
    );
    return whole.flatMap(readersOf);
  }
  const direct = [...graph].filter(([, imported]) => imported.includes(area)).map(([file]) => file);
  const entries = direct.filter((file) => /^features\/[^/]+\/[^/]+\.ts$/.test(file));
  const byEntry = [...graph].filter(([, imported]) => imported.some((one) => entries.includes(one)));
  return [...new Set([...direct, ...byEntry.map(([file]) => file)])]
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, file), 'utf8'));
}

/** Every word of the code and of the contract: a computed key comes from somewhere. */
const words = new Set(
  [...graph.keys(), 'net/contract.d.ts']
    .filter((file) => !/\/(fi|sv|en)\.ts$/.test(file))
    .flatMap((file) => readFileSync(join(root, file), 'utf8').match(/\w+/g) ?? []),
);

const isNamed = (code, key) => new RegExp(`(\\.|['"\`]|[{,]\\s*)${key}\\b`).test(code);

/** `texts.parent[key]`, or `t[key]` where `t` stands for the parent's texts; without a parent, for the whole area's. */
function isPicked(code, parent) {
  const texts = parent === undefined ? '\\w+\\.t' : `\\.${parent}`;
  const named = new RegExp(`\\bt = (\\$derived\\()?[\\w.]*${texts}\\b[^.]`);
  // Or handed on whole, as an argument or a property.
  if (new RegExp(`(?<!\\$derived\\(|= )\\b\\w+\\.t\\.${parent}(?![\\w.[(])`).test(code)) return true;
  return new RegExp(`${texts}\\[`).test(code) || (named.test(code) && /(?<!\.)\bt\[/.test(code));
}

/** A key below one that was picked is picked in turn. */
const isUsed = (readers, path) =>
  path.every((key, i) =>
    readers.some(
      (code) =>
        isNamed(code, key) ||
        (words.has(key) && (isPicked(code, path[i - 1]) || (i > 1 && isPicked(code, path[i - 2])))),
    ),
  );

const unused = [];
for (const file of [...graph.keys()].filter((one) => one.endsWith('/fi.ts'))) {
  const readers = readersOf(file);
  for (const path of pathsOf(file)) {
    if (!isUsed(readers, path)) unused.push(`${file}: ${path.join('.')}`);
  }
}

for (const one of unused) console.error(`${relative('.', root)}/${one} is a text that no code uses`);
if (unused.length > 0) process.exitCode = 1;
else console.log('Every text is used.');
