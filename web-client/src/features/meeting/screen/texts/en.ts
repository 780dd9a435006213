import type fi from './fi';

const en: typeof fi = {
  joinAt: 'Open the address',
  code: 'Code',
  qr: (code) => `QR code that opens the joining page. The code is ${code}`,
};

export default en;
