// Puts together what the service is made of: the bill of materials of the libraries (CycloneDX) gets the npm packages
// that are inside the web client, and becomes a text for people.
// Usage: node notices.mjs <the libraries' list> <the pages' list> <the whole list> <folder META-INF>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [libraries, pages, whole, metaInf] = process.argv.slice(2);
const bill = JSON.parse(readFileSync(libraries, 'utf8'));
const { components: packages } = JSON.parse(readFileSync(pages, 'utf8'));
bill.components.find(({ name }) => name === 'web-client').components = packages;

const licenceOf = ({ license, expression }) => expression ?? license.id ?? license.name;

function notice({ group, name, version, licenses = [], externalReferences = [] }) {
  const from = (kind) => externalReferences.find(({ type }) => type === kind)?.url;
  const texts = licenses.flatMap(({ license }) => license?.text?.content ?? []);
  return [
    `${group ? `${group}:` : ''}${name} ${version}`,
    `  Licence: ${licenses.map(licenceOf).join(' or ')}`,
    `  From: ${from('vcs') ?? from('website') ?? 'its package registry'}`,
    ...texts.map((text) => `\n${text.trim().replace(/^(?=.)/gm, '    ')}\n`),
  ].join('\n');
}

const others = bill.components.filter(({ group }) => group !== bill.metadata.component.group);
const text = `Sovittu is made with the works of others, which stand under licences of their own.

Libraries, beside the jar in the folder lib/, each as its makers publish it, with its licence and notices inside
----------------------------------------------------------------------------------------------------------------

${others.map(notice).join('\n\n')}

The jars embedded-postgres-binaries-* hold PostgreSQL, under the PostgreSQL Licence (https://www.postgresql.org).
The jar of pdfbox holds the typeface Liberation Sans, under the SIL Open Font Licence 1.1, which is in each PDF too.

In the scripts of the web pages
-------------------------------

${packages.map(notice).join('\n\n')}
`;

const json = `${JSON.stringify(bill, null, 2)}\n`;
const inside = join(metaInf, 'sbom', 'sovittu.cdx.json');
mkdirSync(dirname(inside), { recursive: true });
writeFileSync(inside, json);
writeFileSync(whole, json);
writeFileSync(join(metaInf, 'THIRD-PARTY.txt'), text);
