import type fi from './fi';

const sv: typeof fi = {
  joinAt: 'Öppna adressen',
  code: 'Kod',
  qr: (code) => `QR-kod som öppnar anslutningssidan. Koden är ${code}`,
};

export default sv;
