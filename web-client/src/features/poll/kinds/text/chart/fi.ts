import { plural } from '../../../../../words/format';

export default {
  noTexts: 'Vastauksia ei ole vielä.',
  otherTexts: 'Ryhmittelemättä',
  waiting: (n: number) => `${plural(n, 'vastaus', 'vastausta')} odottaa tarkistusta`,
  entryState: { WAITING: 'Odottaa tarkistusta', HIDDEN: 'Piilotettu' },
  upvotes: (n: number) => plural(n, 'kannatus', 'kannatusta'),
  page: (n: number, of: number) => `${n}/${of}`,
  pause: 'Pysäytä vaihtuminen',
  proceed: 'Jatka vaihtumista',
};
