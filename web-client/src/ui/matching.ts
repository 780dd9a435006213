/** Those whose name has `text` in it, the ones that begin with it first. Accents and dots need not be typed. */
export function matching<T extends { name: string }>(options: readonly T[], text: string): T[] {
  const wanted = plain(text.trim());
  if (wanted === '') return [...options];
  const found = options.filter((option) => plain(option.name).includes(wanted));
  const first = found.filter((option) => plain(option.name).startsWith(wanted));
  return [...first, ...found.filter((option) => !first.includes(option))];
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
