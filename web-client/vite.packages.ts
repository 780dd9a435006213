import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The part of CycloneDX 1.6 that is written here (https://cyclonedx.org/docs/1.6/json/). */
interface Component {
  type: 'library';
  'bom-ref': string;
  name: string;
  version: string;
  purl: string;
  licenses: { license: { id: string; text?: { content: string } } }[];
  externalReferences: { type: 'vcs'; url: string }[];
}

interface Package {
  name: string;
  version: string;
  license: string;
  repository: string | { url: string };
}

/** Packages that are published with others inside, which the bundler therefore does not see. */
const INSIDE: Record<string, string[]> = {
  'sockjs-client': ['inherits', 'querystringify', 'requires-port', 'url-parse'],
};

const LIST = 'target/packages.cdx.json';

/**
 * Lists the npm packages that have gone into the pages, with the texts of their licences, which ask to be handed on
 * with the code. What only builds or tests is not in it: the list is made from what was really written. A build that
 * leaves the pages of another one stand leaves its list too, and adds to it.
 */
export function packages(): Plugin {
  let found: Component[] = [];
  return {
    name: 'packages',
    apply: 'build',
    configResolved: ({ build }) => {
      found =
        build.emptyOutDir || !existsSync(LIST) ? [] : read<{ components: Component[] }>(LIST).components;
    },
    writeBundle: (_, bundle) => {
      const folders = Object.values(bundle)
        .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
        .map(folderOf);
      for (const folder of new Set(folders)) if (folder) found.push(...componentsOf(folder));
      const components = [...new Map(found.map((one) => [one.purl, one])).values()];
      components.sort((a, b) => (a.purl < b.purl ? -1 : 1));
      mkdirSync('target', { recursive: true });
      const list = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components };
      writeFileSync(LIST, JSON.stringify(list, null, 2));
    },
  };
}

/** The folder of the package that a module belongs to; the bundler's own modules are named after their package. */
function folderOf(id: string): string | undefined {
  const own = /^\0(vite|rolldown)\//.exec(id);
  if (own?.[1]) return join('node_modules', own[1]);
  return /^\0?(.*\/node_modules\/(@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
}

function componentsOf(folder: string): Component[] {
  const own = component(folder);
  const inside = INSIDE[own.name] ?? [];
  return [own, ...inside.map((name) => component(join(folder, '..', name)))];
}

function component(folder: string): Component {
  const { name, version, license, repository } = read<Package>(join(folder, 'package.json'));
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const url = typeof repository === 'string' ? `https://github.com/${repository}` : repository.url;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  // Behind its own licence vite tells those of what it builds with.
  const [content = ''] = file ? readFileSync(join(folder, file), 'utf8').split('# Licenses of bundled') : [];
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    licenses: [{ license: { id: license, ...(content && { text: { content } }) } }],
    externalReferences: [{ type: 'vcs', url: url.replace(/^git\+/, '').replace(/^git:/, 'https:') }],
  };
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
