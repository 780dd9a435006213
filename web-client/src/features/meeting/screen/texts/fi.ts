export default {
  joinAt: 'Avaa osoite',
  code: 'Koodi',
  qr: (code: string) => `QR-koodi, joka avaa liittymissivun. Koodi ${code}`,
};
