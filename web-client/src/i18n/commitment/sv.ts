import type fi from './fi';

const sv: typeof fi = {
  about: (municipality) => `Du svarar för din kommun: ${municipality}.`,
  rule: 'Varje kommun ger ett svar. Svaret och namnet på den som svarade antecknas i promemorian.',
  goals: (n) => `Mål (${n})`,
  answer: 'Kommunens svar',
  reservation: 'Vad gäller förbehållet?',
  reservationHint: (left) => `Högst 1000 tecken, ${left} kvar.`,
  reservationMissing: 'Skriv förbehållet.',
  reservationTooLong: 'Förbehållet är för långt.',
  missing: 'Välj kommunens svar.',
  missingCount: (n) => (n === 1 ? 'En punkt är ännu inte klar.' : `${n} punkter är ännu inte klara.`),
  send: 'Skicka kommunens svar',
  saved: (at) => `Kommunens svar har sparats ${at}`,
  given: (municipality) => `${municipality} har svarat`,
  by: (name, at) => `${name}, ${at}`,
  change: 'Ändra svaret',
  cancelChange: 'Ångra ändringen',
  newer: (name, at) => `${name} skickade er kommuns svar ${at}. Ditt formulär har inte ändrats.`,
  overtaken: (name, at) =>
    `Ditt svar sparades inte, eftersom ${name} hann skicka er kommuns svar ${at}. Det här svaret gäller:`,
  useTheirs: 'Använd det skickade svaret',
  keepMine: 'Fortsätt med mitt',
  theirAnswer: 'Svaret som gäller',
  onlyMunicipalities: 'I den här omröstningen svarar kommunerna, ett svar per kommun.',
  answeredBy: (n, of) => `${n}/${of} kommuner har svarat`,
  whoAnswered: 'Kommuner som har svarat',
  notEntitled: 'Du kan inte svara för din kommun just nu.',
  closedNone: 'Er kommun svarade inte i den här omröstningen.',
  closedUnsent: 'Omröstningen stängdes innan ditt svar skickades.',
  remark: 'Er kommuns svar har ändrats – se slutet av formuläret.',
};

export default sv;
