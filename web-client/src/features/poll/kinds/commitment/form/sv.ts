import type fi from './fi';

const sv: typeof fi = {
  commitment: {
    goal: (n, of) => `Mål ${n}/${of}`,
    answer: 'Svar',
    all: (n) => `Samma svar för alla ${n} mål`,
    reservation: 'Vilka förbehåll har du?',
    left: (n) => (n >= 0 ? `Högst 1000 tecken, ${n} kvar.` : `Högst 1000 tecken, ${-n} för mycket.`),
    same: 'Samma text som i förra förbehållet',
    reservationMissing: 'Skriv förbehållen.',
    reservationTooLong: 'Texten är för lång.',
    missing: (n) => (n === 1 ? 'Ett mål är ännu inte klart.' : `${n} mål är ännu inte klara.`),
  },
};

export default sv;
