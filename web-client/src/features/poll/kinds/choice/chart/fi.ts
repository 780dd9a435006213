import { plural } from '../../../../../words/format';

export default {
  share: 'Osuus',
  votes: 'Ääniä',
  votesFor: (n: number) => plural(n, 'ääni', 'ääntä'),
  choiceTable: 'Äänet vaihtoehdoittain',
  /** Several could be chosen: shares do not add up to a hundred. */
  shareOfVoters: 'Osuus vastanneista. Vastaaja sai valita useita.',
};
