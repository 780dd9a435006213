import { plural } from '../../../../../words/format';

export default {
  cloud: (words: string) => `Sanapilvi. Useimmin mainitut: ${words}.`,
  cloudEmpty: 'Sanoja ei ole vielä.',
  word: 'Sana',
  mentions: 'Mainintoja',
  wordsTable: 'Sanat yleisimmästä alkaen',
  moreWords: (n: number) => `ja ${plural(n, 'muu sana', 'muuta sanaa')}`,
};
