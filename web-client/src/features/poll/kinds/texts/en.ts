import scale from '../scale/staff/en';
import choice from '../choice/staff/en';
import thumbs from '../thumbs/staff/en';
import ranking from '../ranking/staff/en';
import points from '../points/staff/en';
import text from '../text/staff/en';
import words from '../words/staff/en';
import commitment from '../commitment/staff/en';

export default { scale, choice, thumbs, ranking, points, text, words, commitment };
