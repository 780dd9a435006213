// What the files of src/ import, types as well, in components too.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** A component's scripts alone. */
const scriptsOf = (text) =>
  [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n');

/** Every file with the files of `root` that it imports; all paths are relative to it. */
export function graphOf(root) {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(normalize)
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.d.ts'))
    .sort();
  return new Map(files.map((file) => [file, importsOf(root, file)]));
}

function importsOf(root, file) {
  const text = readFileSync(join(root, file), 'utf8');
  const code = file.endsWith('.svelte') ? scriptsOf(text) : text;
  return ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => found(root, join(dirname(file), name)))
    .filter((name) => name !== undefined);
}

function found(root, path) {
  const candidates = [path, `${path}.ts`, `${path}.svelte`, join(path, 'index.ts')];
  return candidates.find((one) => {
    const full = join(root, one);
    return existsSync(full) && statSync(full).isFile();
  });
}
