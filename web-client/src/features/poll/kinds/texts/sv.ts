import scale from '../scale/staff/sv';
import choice from '../choice/staff/sv';
import thumbs from '../thumbs/staff/sv';
import ranking from '../ranking/staff/sv';
import points from '../points/staff/sv';
import text from '../text/staff/sv';
import words from '../words/staff/sv';
import commitment from '../commitment/staff/sv';

export default { scale, choice, thumbs, ranking, points, text, words, commitment };
