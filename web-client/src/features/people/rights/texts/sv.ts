import type fi from './fi';

const sv: typeof fi = {
  waiting: 'Du väntar på rösträtt',
  waitingText:
    'Du är med och närvarande. Ordföranden eller sekreteraren bekräftar din rösträtt. Omröstningarna öppnas för dig genast därefter.',
  observer: 'Du deltar som observatör',
  observerText: 'Du ser allt som de andra ser, men du röstar inte.',
  admitted: 'Du har nu rösträtt.',
  substituted: (name) => `${name} har nu din plats`,
  substitutedText: 'Ersättaren har din rösträtt tills platsen lämnas tillbaka.',
  deputy: (name) => `Du är ersättare. Ordinarie representant: ${name}`,
  deputyText: 'När du tar platsen får du rösträtten, och den ordinarie representanten kan inte rösta.',
  take: 'Jag tar platsen',
  active: (name) => `Du har nu platsen vars ordinarie representant är ${name}`,
  activeText: 'Du röstar i stället för den ordinarie representanten. Båda antecknas i promemorian.',
  give: 'Jag lämnar tillbaka platsen',
};

export default sv;
