import { plural } from '../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  queue: (n) => `Waiting to be let through: ${n}`,
  queueEmpty: 'No answers are waiting.',
  queueHelp: 'Participants and the screen see an answer only after you let it through.',
  more: (n) =>
    `${plural(n, 'more answer waits', 'more answers wait')}; they come here when these have been handled.`,
  hidden: (n) => `Hidden (${n})`,
  show: 'Show',
  showNamed: (text) => `Show the answer: ${text}`,
  hide: 'Hide',
  hideNamed: (text) => `Hide the answer: ${text}`,
  groupOf: (text) => `Group of the answer: ${text}`,
  noGroup: 'No group',
  newGroup: 'New group…',
  by: (name) => `By ${name}`,
  shown: 'The answer is shown.',
  hiddenNow: 'The answer is hidden.',
  groups: (n) => `Groups (${n})`,
  groupsHelp: 'Bring together answers that mean the same, and name the group.',
  texts: (n) => plural(n, 'answer', 'answers'),
  addGroup: 'Add a group',
  groupTitle: 'Name of the group',
  rename: 'Rename',
  renameNamed: (title) => `Rename the group ${title}`,
  remove: 'Undo the group',
  removeNamed: (title) => `Undo the group ${title}`,
  save: 'Save',
  askRemove: {
    title: (title) => `Undo the group “${title}”?`,
    text: (n) =>
      n === 1
        ? 'Its answer stays visible, without a group.'
        : `Its ${n} answers stay visible, without a group.`,
    yes: 'Undo the group',
  },
  groupMade: 'The group has been added.',
  groupRenamed: 'The group has been renamed.',
  groupRemoved: 'The group has been undone. Its answers remain.',
  full: 'There may be at most 40 groups.',
};

export default en;
