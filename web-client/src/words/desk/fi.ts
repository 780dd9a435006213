export default {
  copy: 'Kopioi',
  copyNamed: (what: string) => `Kopioi linkki: ${what}`,
  copied: 'Kopioitu',
  copyFailed: 'Kopiointi ei onnistunut. Valitse linkki ja kopioi se itse.',
  waiting: 'Odotetaan palvelimen vastausta…',
};
